package com.qontak.aiagent.agents.resources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks into the beginning of a zip file for an Office document (ECMA-376, part 2). Its table of contents names the main
 * part; writers that put the table last are known by the folder their parts stand in.
 */
final class OfficeContainer {

    private static final String TABLE_OF_CONTENTS = "[Content_Types].xml";
    private static final int LONGEST_TABLE = 256 * 1024;
    private static final String WORD_MAIN = ".wordprocessingml.document.main+xml";
    private static final String SHEET_MAIN = ".spreadsheetml.sheet.main+xml";

    private OfficeContainer() {}

    static boolean isZip(byte[] prefix) {
        return prefix.length >= 4 && prefix[0] == 'P' && prefix[1] == 'K' && prefix[2] == 3 && prefix[3] == 4;
    }

    /** @return the type of Office document; empty for any other zip file, those with macros among them */
    static Optional<FileType> typeOf(byte[] prefix) {
        Optional<FileType> byFolder = Optional.empty();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(prefix))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(TABLE_OF_CONTENTS)) {
                    return byTable(new String(entries.readNBytes(LONGEST_TABLE), StandardCharsets.UTF_8));
                }
                if (byFolder.isEmpty()) {
                    byFolder = byFolder(entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException cut) {
            // The prefix ends in the middle of an entry; what came before it is known.
        }
        return byFolder;
    }

    private static Optional<FileType> byTable(String table) {
        if (table.contains(WORD_MAIN)) {
            return Optional.of(FileType.DOCX);
        }
        return table.contains(SHEET_MAIN) ? Optional.of(FileType.XLSX) : Optional.empty();
    }

    private static Optional<FileType> byFolder(String name) {
        if (name.startsWith("word/")) {
            return Optional.of(FileType.DOCX);
        }
        return name.startsWith("xl/") ? Optional.of(FileType.XLSX) : Optional.empty();
    }
}
