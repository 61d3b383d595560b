package com.qontak.aiagent.agents.resources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as they are sent, each no more than what tells its type. */
final class SampleFiles {

    static final byte[] PDF = text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n");
    static final byte[] EXE = bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0);
    static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R');
    static final byte[] DOC = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.%s.main+xml";

    private SampleFiles() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] docx() {
        return office(MAIN.formatted("wordprocessingml.document"), "word/document.xml");
    }

    static byte[] xlsx() {
        return office(MAIN.formatted("spreadsheetml.sheet"), "xl/workbook.xml");
    }

    static byte[] pptx() {
        return office(MAIN.formatted("presentationml.presentation"), "ppt/presentation.xml");
    }

    static byte[] docm() {
        return office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml");
    }

    /** With the table of contents first, as Word and Excel write. */
    private static byte[] office(String mainType, String mainPart) {
        String table = "<Types><Override PartName=\"/%s\" ContentType=\"%s\"/></Types>".formatted(mainPart, mainType);
        return zip("[Content_Types].xml", text(table), "_rels/.rels", text("<x/>"), mainPart, text("<x/>"));
    }

    /** With the table of contents behind more than is looked at, as other writers do. */
    static byte[] officeWithItsTableLast(String firstPart) {
        byte[] noise = new byte[2 * FileType.PREFIX];
        new Random(1).nextBytes(noise);
        return zip("docProps/app.xml", text("<x/>"), firstPart, noise, "[Content_Types].xml", text("<Types/>"));
    }

    /** @param namesAndContents names and contents of the entries, in turn */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndContents.length; index += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[index]));
                zip.write((byte[]) namesAndContents[index + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
