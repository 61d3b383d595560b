package com.qontak.aiagent.agents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class MappingRulesTests {

    @ParameterizedTest
    @CsvSource({
        "/language, 'fr'",
        "/resolve_action, ' '",
        "/sentences/condition, 'Somebody says something'",
        "/sentences/condition, 'Somebody says {{words}}'",
        "/sentences/otherwise, ''"
    })
    void rulesThatCannotBeUsedAreRefused(String pointer, String text) throws IOException {
        ObjectNode rules = rules();
        ObjectNode owner = pointer.startsWith("/sentences") ? (ObjectNode) rules.path("sentences") : rules;
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        owner.put(field, text);

        assertThatIllegalArgumentException().isThrownBy(() -> read(rules)).withMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentences", "division_fields", "fallback_without_default", "language"})
    void rulesThatLackSomethingAreRefused(String field) throws IOException {
        ObjectNode rules = rules();
        rules.remove(field);

        assertThatIllegalArgumentException().isThrownBy(() -> read(rules)).withMessageContaining("not usable");
    }

    @Test
    void ruleThatNobodyKnowsIsRefused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(rules().put("colour", 1)))
                .withMessageContaining("colour");
    }

    @Test
    void placesAreFilledOnce() {
        assertThat(Sentence.AFTER_STEP.filled("{condition}: {step} {other} {", "{condition}", "{step}"))
                .isEqualTo("{step}: {condition} {other} {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id"})
    void everyRemarkHasAReasonAndARemedyInBothLanguages(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages/migration",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> texts = Arrays.stream(Remark.values())
                .flatMap(remark -> Stream.of("reason", "to_do").map(part -> "migration." + remark.code() + "." + part))
                .toList();

        assertThat(bundle.keySet().stream().filter(key -> key.startsWith("migration.")))
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(texts).allSatisfy(key -> {
            assertThat(new MessageFormat(bundle.getString(key)).getFormatsByArgumentIndex())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(bundle.getString(key))
                    .isNotBlank()
                    .doesNotContain("'")
                    .doesNotContainIgnoringCase("skill")
                    .doesNotContainIgnoringCase("milestone");
        });
    }

    private static ObjectNode rules() throws IOException {
        return (ObjectNode)
                Trees.JSON.readTree(new ClassPathResource("mapping-rules.json", MappingRules.class).getInputStream());
    }

    private static MappingRules read(ObjectNode rules) throws IOException {
        return MigrationConfiguration.read(
                new ByteArrayResource(rules.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
