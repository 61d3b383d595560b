package com.qontak.aiagent.agents.resources;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells what people write from text that is made for programs, by how it begins. A detector of types goes by single
 * words as well: a note that begins with "Rem" is a batch file to it, Markdown that begins with a {@code <div>} or only
 * mentions {@code <html>} is a web page.
 */
final class Prose {

    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "\\uFEFF?\\s*+(?:<!--.*?-->\\s*+){0,20}+(?:"
                    + String.join(
                            "|",
                            "<(?:!doctype|html|head|body|title|meta|script|svg)\\b",
                            "<[?%]",
                            "#!\\s*+/",
                            "@echo off\\b",
                            "\\{\\\\rtf")
                    + ")",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Prose() {}

    /**
     * @param prefix how a text begins, in UTF-8, or in UTF-16 with its mark
     * @return false for a web page, XML, a script, RTF, and what holds a zero and so is no text at all
     */
    static boolean isProse(byte[] prefix) {
        String text = new String(prefix, charset(prefix));
        return text.indexOf('\0') < 0 && !FOR_PROGRAMS.matcher(text).lookingAt();
    }

    private static Charset charset(byte[] prefix) {
        int mark = prefix.length < 2 ? 0 : (prefix[0] & 0xFF) << 8 | prefix[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
