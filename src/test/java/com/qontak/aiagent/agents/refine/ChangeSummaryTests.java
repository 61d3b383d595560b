package com.qontak.aiagent.agents.refine;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSummaryTests {

    @Test
    void everythingIsSaidInBothLanguages() {
        Stream<String> fields = Stream.of("pack", "profile", "capability", "routing")
                .flatMap(
                        what -> Stream.of("add", "remove", "replace").map(kind -> "change." + what + "_field." + kind));
        Stream<String> items = Stream.of("capability", "checkpoint", "rule")
                .flatMap(what ->
                        Stream.of("add", "remove", "replace", "move").map(kind -> "change." + what + "." + kind))
                .filter(key -> !key.equals("change.capability.replace"));

        assertThat(sentences(""))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(fields, items).toList());
        assertThat(bundle("id").keySet()).isEqualTo(bundle("").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id"})
    void sentencesNameWhatTheyAreAbout(String language) {
        for (String key : sentences(language)) {
            String sentence = bundle(language).getString(key);
            int names = (key.contains("_field") ? 1 : 0)
                    + (key.contains("checkpoint") || key.contains("capability_field") ? 1 : 0)
                    + (key.contains("_field") ? 0 : 1);

            assertThat(new MessageFormat(sentence).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(names);
            assertThat(sentence)
                    .doesNotContain("'")
                    .doesNotContainIgnoringCase("skill")
                    .doesNotContainIgnoringCase("milestone");
        }
    }

    @Test
    void longNameIsCut() {
        ChangeSummary summary = new ChangeSummary("change.rule.add", null, List.of("🙂".repeat(100)));

        assertThat(summary.in(Locale.ENGLISH)).endsWith("🙂…”.").hasSizeLessThan(220);
    }

    private static List<String> sentences(String language) {
        return bundle(language).keySet().stream()
                .filter(key -> key.startsWith("change."))
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "messages/changes",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
