package com.qontak.aiagent.agents.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackFindingTests {

    private static final List<String> UPSTREAM_WORDS = List.of("skill", "milestone", "performance_exit", "model_tier");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyFindingHasAMessageAndAHint(ResourceBundle bundle) {
        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PackFinding.values())
                        .flatMap(finding ->
                                Stream.of("message", "hint").map(part -> "finding." + finding.key() + "." + part))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void textsUseNoMoreThanTheFindingSays(ResourceBundle bundle) {
        for (PackFinding finding : PackFinding.values()) {
            Object[] arguments =
                    Stream.generate(() -> "x").limit(finding.arguments()).toArray();
            String message = bundle.getString("finding." + finding.key() + ".message");
            String hint = bundle.getString("finding." + finding.key() + ".hint");

            assertThat(MessageFormat.format(message + hint, arguments)).doesNotContain("{");
            for (int index = 0; index < finding.arguments(); index++) {
                assertThat(message + hint).contains("{" + index + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void textsReadTheSameWithAndWithoutPlaceholders(ResourceBundle bundle) {
        assertThat(texts(bundle)).noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void textsSpeakTheCustomersWords(ResourceBundle bundle) {
        assertThat(texts(bundle)).noneMatch(text -> UPSTREAM_WORDS.stream()
                .anyMatch(word -> text.toLowerCase(Locale.ROOT).contains(word)));
    }

    @Test
    void longQuoteIsCut() {
        Object quoted = PackFinding.UNBOUND_VARIABLE
                .at("", "🙂".repeat(200))
                .arguments()
                .get(0);

        assertThat(quoted).isEqualTo("🙂".repeat(80) + "…");
    }

    @Test
    void wrongNumberOfArgumentsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PackFinding.NO_HANDOVER.at("", "x"));
    }

    private static Stream<ResourceBundle> bundles() {
        return Stream.of(Locale.ROOT, Locale.forLanguageTag("id"))
                .map(locale -> Objects.requireNonNull(ResourceBundle.getBundle(
                        "messages/findings",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))));
    }

    private static Stream<String> texts(ResourceBundle bundle) {
        return bundle.keySet().stream().map(bundle::getString);
    }
}
