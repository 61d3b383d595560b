package com.qontak.aiagent.agents.migration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes what somebody wrote fit to stand in a pack. */
final class Wording {

    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_NAME = 120;

    private static final int LONGEST_ID = 50;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_OF_AN_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HALF_A_PAIR =
            Pattern.compile("(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])");

    private Wording() {}

    /** Whether it uses values in double braces, which a pack would take for its own. */
    static boolean hasVariables(String text) {
        return text.contains("{{") || text.contains("}}");
    }

    /** Without double braces, and with whole characters alone. */
    static String plain(String text) {
        String whole = HALF_A_PAIR.matcher(text).replaceAll("\uFFFD");
        return hasVariables(whole) ? whole.replace("{{", "[").replace("}}", "]") : whole;
    }

    /** Cut to a number of UTF-16 units, the mark of the cut included. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** One line that can be a name, or empty when there is nothing to be seen in it. */
    static String name(String text) {
        String start = text.length() > 20 * LONGEST_NAME ? text.substring(0, 20 * LONGEST_NAME) : text;
        String line = plain(start).replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        return cut(line, LONGEST_NAME);
    }

    /** An id made of a name that nobody has taken yet; {@code done} is always taken. */
    static String id(String name, String otherwise, Map<String, Integer> taken) {
        String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = NOT_OF_AN_ID.matcher(letters).replaceAll("_");
        String trimmed = words.replaceAll("^_+|_+$", "");
        String start = trimmed.isEmpty() ? otherwise : trimmed.substring(0, Math.min(trimmed.length(), LONGEST_ID));
        String id = start;
        while (id.equals("done") || taken.containsKey(id)) {
            id = start + "_" + taken.merge(start, 1, Integer::sum);
        }
        taken.putIfAbsent(id, 1);
        return id;
    }
}
