package com.qontak.aiagent.agents.resources;

import static com.qontak.aiagent.agents.resources.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("pdf", SampleFiles.PDF, FileType.PDF),
                Arguments.of("docx", SampleFiles.docx(), FileType.DOCX),
                Arguments.of("xlsx", SampleFiles.xlsx(), FileType.XLSX),
                Arguments.of(
                        "docx, table last", SampleFiles.officeWithItsTableLast("word/document.xml"), FileType.DOCX),
                Arguments.of(
                        "xlsx, table last", SampleFiles.officeWithItsTableLast("xl/theme/theme1.xml"), FileType.XLSX),
                Arguments.of("txt", text("Buka setiap hari — 09.00 sampai 21.00"), FileType.TEXT),
                Arguments.of("md", text("# Retur\n\n- 7 hari\n"), FileType.TEXT),
                Arguments.of("csv", text("\uFEFFsku,harga\nA-1,10000\n"), FileType.TEXT),
                Arguments.of("a letter", text("Subject: retur\n\nHalo"), FileType.TEXT),
                Arguments.of("md with a block", text("<div align=\"center\">\n\n# Retur\n\n</div>\n"), FileType.TEXT),
                Arguments.of("md with a heading", text("<h1 align=\"center\">Retur</h1>\n\n7 hari"), FileType.TEXT),
                Arguments.of("md with a comment", text("<!-- daftar isi -->\n<p>7 hari</p>\n"), FileType.TEXT),
                Arguments.of("md about pages", text("# Widget\n\n```\n<html>\n```\n"), FileType.TEXT),
                Arguments.of("txt about pages", text("Halo. ".repeat(200) + "<html>"), FileType.TEXT),
                Arguments.of("txt that begins with Rem", text("Rem tangan: 6 bulan garansi"), FileType.TEXT),
                Arguments.of("csv that begins with a percent sign", text("%diskon,harga\n%5,100\n"), FileType.TEXT),
                Arguments.of("csv that begins with a number", text("1\n00\n"), FileType.TEXT),
                Arguments.of("txt in UTF-16", "\uFEFFHalo".getBytes(StandardCharsets.UTF_16LE), FileType.TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readable(String name, byte[] file, FileType type) {
        assertThat(FileType.of(prefix(file))).contains(type);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("exe", SampleFiles.EXE),
                Arguments.of("png", SampleFiles.PNG),
                Arguments.of("doc", SampleFiles.DOC),
                Arguments.of("pptx", SampleFiles.pptx()),
                Arguments.of("docx with macros", SampleFiles.docm()),
                Arguments.of("zip", SampleFiles.zip("prices.csv", text("a,b"))),
                Arguments.of("jar", SampleFiles.zip("META-INF/MANIFEST.MF", text("x"))),
                Arguments.of("half a zip", text("PK\u0003\u0004")),
                Arguments.of("html", text("<!DOCTYPE html><html><body>x</body></html>")),
                Arguments.of("html, blanks first", text("\uFEFF\n  <HTML lang=\"id\"><body>x</body></html>")),
                Arguments.of("html, comments first", text("<!-- a --> <!-- b\n -->\n<html><body>x</body></html>")),
                Arguments.of("html without a head", text("<body class=\"x\"><p>x</p></body>")),
                Arguments.of("html in UTF-16", "\uFEFF<html><body>x".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("xml", text("<?xml version=\"1.0\"?><a/>")),
                Arguments.of("svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("php", text("<?php echo 1;")),
                Arguments.of("batch", text("@echo off\r\ndel x\r\n")),
                Arguments.of("bytes after a word", text("rem \0\1\2\3")),
                Arguments.of("rtf", text("{\\rtf1 x}")),
                Arguments.of("script", text("#!/bin/sh\nrm -r /\n")),
                Arguments.of("bytes", new byte[] {0, 1, 2, 3}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unreadable(String name, byte[] file) {
        assertThat(FileType.of(prefix(file))).isEmpty();
    }

    @Test
    void endlessBlanksAndCommentsAreNoError() {
        assertThat(FileType.of(text(" ".repeat(FileType.PREFIX)))).contains(FileType.TEXT);
        assertThat(FileType.of(prefix(text("<!---->\n".repeat(FileType.PREFIX)))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 31, 60, 100})
    void zipCutAnywhereIsNoError(int length) {
        assertThat(FileType.of(Arrays.copyOf(SampleFiles.docx(), length))).isEmpty();
    }

    private static byte[] prefix(byte[] file) {
        return Arrays.copyOf(file, Math.min(file.length, FileType.PREFIX));
    }
}
