package com.qontak.aiagent.agents.logicmap;

import java.util.regex.Pattern;

/** What people wrote, as it is written beside a node or an edge: in one line, and not too long to be read there. */
final class Label {

    /** In characters of Unicode, the mark of a cut included. */
    static final int LONGEST = 80;

    private static final int SHORTEST_BY_WORDS = LONGEST * 2 / 3;
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Label() {}

    /** Cut between words where one ends near enough. */
    static String of(String text) {
        // What is far behind the cut does not matter, and may be long.
        String start = text.length() > 100 * LONGEST ? text.substring(0, 100 * LONGEST) : text;
        String line = BLANK.matcher(start).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
        int space = cut.lastIndexOf(' ');
        return (space >= SHORTEST_BY_WORDS ? cut.substring(0, space) : cut.strip()) + "…";
    }
}
