package com.qontak.aiagent.agents.pack;

import static com.qontak.aiagent.agents.pack.Packs.exampleWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackVocabulary.Canonical;
import com.qontak.aiagent.web.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackSchemaTests {

    private final PackSchema schema = new PackSchema();

    @Test
    void isPublishedUnderItsOwnAddress() {
        assertThat(schema.json().get("$id").asText()).isEqualTo("/v2/ai_agents/schema");
        assertThat(schema.json().get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void everyFieldIsExplainedWithAnExample() {
        Map<String, JsonNode> fields = new TreeMap<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema.json()));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            if (node.path("title").isTextual()) {
                node.path("properties")
                        .properties()
                        .forEach(field -> fields.put(
                                node.get("title").asText() + "." + field.getKey(), described(field.getValue())));
            }
            node.forEach(open::add);
        }

        assertThat(fields).hasSizeGreaterThan(35).allSatisfy((name, field) -> {
            assertThat(field.path("title").asText()).isNotBlank();
            assertThat(field.path("description").asText()).hasSizeGreaterThan(15);
            assertThat(field.path("examples")).isNotEmpty();
        });
    }

    @Test
    void wholeExampleHasNothingToBeSaidAgainstIt() {
        PackValidator validator = new PackValidator(schema, (pack, pointer) -> new Canonical(pack, List.of()));

        PackReport report = validator.validate(schema.json().at("/examples/0"), PackContext.at(""));

        assertThat(report.findings()).isEmpty();
        assertThat(report.canonicalPack()).isNotNull();
    }

    @Test
    void examplesFollowTheSchema() {
        ObjectNode pack = Packs.example();
        ObjectNode capability = (ObjectNode) pack.at("/capabilities/0");
        pack.set("profile", schema.json().at("/$defs/profile/examples/0"));
        capability.set("handover", schema.json().at("/$defs/handover/examples/0"));
        capability.set("checkpoints", schema.json().at("/$defs/capability/properties/checkpoints/examples/0"));
        ((ObjectNode) pack.get("routing")).set("rules", schema.json().at("/$defs/routing/properties/rules/examples/0"));

        assertThat(check(pack)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2} at {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "gone",
            textBlock =
                    """
                    /schema_version                                  | gone            | required               | /schema_version
                    /schema_version                                  | 2               | invalid_format.version | /schema_version
                    /profile                                         | gone            | required               | /profile
                    /profile                                         | []              | invalid_format.object  | /profile
                    /profile/name                                    | gone            | required               | /profile/name
                    /profile/name                                    | ' '             | required.blank         | /profile/name
                    /profile/name                                    | null            | invalid_format.text    | /profile/name
                    /profile/language                                | 'de'            | invalid_format.choice  | /profile/language
                    /profile/engine_tier                             | 'huge'          | invalid_format.choice  | /profile/engine_tier
                    /profile/guardrails                              | 'none'          | invalid_format.list    | /profile/guardrails
                    /profile/guardrails/0                            | 3               | invalid_format.text    | /profile/guardrails/0
                    /capabilities                                    | gone            | required               | /capabilities
                    /capabilities/0/capability_id                    | gone            | required               | /capabilities/0/capability_id
                    /capabilities/0/capability_id                    | 'Order'         | invalid_format.id      | /capabilities/0/capability_id
                    /capabilities/0/capability_id                    | 'order\\n'      | invalid_format.id      | /capabilities/0/capability_id
                    /capabilities/0/capability_id                    | ''              | invalid_format.id      | /capabilities/0/capability_id
                    /capabilities/0/name                             | gone            | required               | /capabilities/0/name
                    /capabilities/0/checkpoints                      | {}              | invalid_format.list    | /capabilities/0/checkpoints
                    /capabilities/0/checkpoints/0/checkpoint_id      | gone            | required               | /capabilities/0/checkpoints/0/checkpoint_id
                    /capabilities/0/checkpoints/0/checkpoint_id      | 'done'          | invalid_format.reserved | /capabilities/0/checkpoints/0/checkpoint_id
                    /capabilities/0/checkpoints/0/collect/0/name     | ' '             | required.blank         | /capabilities/0/checkpoints/0/collect/0/name
                    /capabilities/0/checkpoints/0/collect/0/name     | 'a}b'           | invalid_format.variable | /capabilities/0/checkpoints/0/collect/0/name
                    /capabilities/0/checkpoints/0/collect/0/type     | 'colour'        | invalid_format.choice  | /capabilities/0/checkpoints/0/collect/0/type
                    /capabilities/0/checkpoints/0/collect/0/required | 'yes'           | invalid_format.boolean | /capabilities/0/checkpoints/0/collect/0/required
                    /capabilities/0/checkpoints/0/actions/0/action_id | gone           | required               | /capabilities/0/checkpoints/0/actions/0/action_id
                    /capabilities/0/checkpoints/0/next/0/when        | gone            | required               | /capabilities/0/checkpoints/0/next/0/when
                    /capabilities/0/checkpoints/0/next/0/go_to       | gone            | required               | /capabilities/0/checkpoints/0/next/0/go_to
                    /capabilities/0/handover/when                    | gone            | required               | /capabilities/0/handover/when
                    /routing                                         | gone            | required               | /routing
                    /routing/entry_capability_id                     | gone            | required               | /routing/entry_capability_id
                    /routing/fallback                                | gone            | required               | /routing/fallback
                    /routing/fallback/type                           | 'capability'    | required               | /routing/fallback/capability_id
                    /routing/rules/0/scope                           | 'team'          | invalid_format.choice  | /routing/rules/0/scope
                    /routing/rules/0/scope                           | 'capability'    | required               | /routing/rules/0/capability_id
                    /routing/rules/0/priority                        | 1.5             | invalid_format.integer | /routing/rules/0/priority
                    /routing/rules/0/then/type                       | gone            | required               | /routing/rules/0/then/type
                    """)
    void mistakeIsNamedAtItsPlace(String place, String value, String key, String pointer) {
        ObjectNode pack = exampleWith(it -> {
            if (value == null) {
                Packs.remove(it, place);
            } else {
                Packs.set(it, place, value);
            }
        });

        assertThat(check(pack)).extracting(Finding::key, Finding::pointer).containsExactly(tuple(key, pointer));
    }

    @ParameterizedTest(name = "{0} items of {1}")
    @CsvSource({
        "50, /capabilities, ''",
        "51, /capabilities, too_many /capabilities",
        "51, /capabilities/0/checkpoints, too_many /capabilities/0/checkpoints",
        "200, /routing/rules, ''",
        "201, /routing/rules, too_many /routing/rules"
    })
    void listsHaveALimit(int items, String place, String expected) {
        ObjectNode pack = Packs.example();
        ArrayNode list = (ArrayNode) pack.at(place);
        while (list.size() < items) {
            list.add(list.get(0));
        }

        assertThat(Packs.codesAt(check(pack))).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(check(exampleWith(it -> Packs.set(it, "/profile/name", "'" + "🙂".repeat(120) + "'"))))
                .isEmpty();
    }

    @Test
    void inputOfAnActionIsATextLikeAnyOther() {
        String place = "/capabilities/0/checkpoints/0/actions/0/inputs/subject";

        List<Finding> findings = check(exampleWith(it -> Packs.set(it, place, "'" + "x".repeat(10_001) + "'")));

        assertThat(findings).containsExactly(PackFinding.TOO_LONG.at(place, 10_000));
    }

    private List<Finding> check(ObjectNode pack) {
        Findings findings = new Findings("", null);
        schema.check(Place.root("", pack), findings);
        return findings.all();
    }

    /** What a field says about itself, or else the definition it refers to. */
    private JsonNode described(JsonNode field) {
        return field.has("title")
                ? field
                : schema.json().at(field.path("$ref").asText().substring(1));
    }
}
