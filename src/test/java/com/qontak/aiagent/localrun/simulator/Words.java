package com.qontak.aiagent.localrun.simulator;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the simulated language model understands of a text: its words. */
final class Words {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;
    private static final Set<String> COMMON = Set.of(
            """
            yang dan atau untuk saya dengan pelanggan ingin mau tentang apa ada bisa tolong dari
            meminta minta menanyakan bertanya sudah belum itu ini the and for with customer wants want
            about asks ask this that are can you please has have not what when where how"""
                    .split("\\s+"));

    private Words() {}

    /** @return the words in lower case, in the order they stand */
    static List<String> all(String text) {
        return Arrays.stream(SEPARATORS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** @return the words that say what a text is about */
    static Set<String> telling(String text) {
        return all(text).stream()
                .filter(word -> word.length() >= SHORTEST && !COMMON.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return how many telling words both texts have */
    static int shared(String one, String other) {
        Set<String> words = telling(one);
        words.retainAll(telling(other));
        return words.size();
    }

    /** @return whether the phrase stands in the text as whole words */
    static boolean contains(String text, String phrase) {
        return (" " + String.join(" ", all(text)) + " ").contains(" " + String.join(" ", all(phrase)) + " ");
    }

    static boolean containsAny(String text, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> contains(text, phrase));
    }

    /** @return the text as an id of a pack: {@code [a-z0-9_]}, at most 64 long; never empty */
    static String slug(String text) {
        String id = String.join("_", all(text)).replaceAll("[^a-z0-9_]", "");
        return id.isEmpty() ? "topic" : id.substring(0, Math.min(id.length(), 64));
    }
}
