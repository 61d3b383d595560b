package com.qontak.aiagent.upstream.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackArbitraries;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UPSTREAM_FIELDS = Set.of(
            "skill_pack",
            "skills",
            "skill_id",
            "skill_ids",
            "entry_skill_id",
            "milestones",
            "milestone_id",
            "performance_exit",
            "model_tier",
            "skill",
            "milestone");

    private static final Map<String, String> UPSTREAM_NAMES = Map.of(
            "capabilities", "skills",
            "capability_id", "skill_id",
            "entry_capability_id", "entry_skill_id",
            "checkpoints", "milestones",
            "checkpoint_id", "milestone_id",
            "handover", "performance_exit",
            "engine_tier", "model_tier",
            "resource_ids", "document_ids");

    @Property
    void thereAndBackIsWhatWentIn(@ForAll("packs") ObjectNode pack) {
        assertThat(Vocabulary.translate(Vocabulary.translate(pack))).isEqualTo(pack);
    }

    @Property
    void thereAndBackIsWhatWentInWhateverTheNames(@ForAll("anyJson") ObjectNode pack) {
        assertThat(Vocabulary.translate(Vocabulary.translate(pack))).isEqualTo(pack);
    }

    @Property
    void whatAnUpstreamAnswersHasNoUpstreamFieldInPublic(@ForAll("upstreamPacks") ObjectNode upstream) {
        assertThat(fieldNames(upstream)).contains("skills", "skill_id", "milestones", "milestone_id", "entry_skill_id");

        assertThat(fieldNames(Vocabulary.translate(upstream))).doesNotContainAnyElementsOf(UPSTREAM_FIELDS);
    }

    @Property
    void whatIsSentHasNoPublicFieldOfTheTable(@ForAll("packs") ObjectNode pack) {
        assertThat(fieldNames(Vocabulary.translate(pack)))
                .doesNotContain("capabilities", "capability_id", "checkpoints", "checkpoint_id", "engine_tier");
    }

    @Test
    void namesAndEnumeratedValuesChangeAndTextsDoNot() throws JsonProcessingException {
        JsonNode upstream = Vocabulary.translate(
                object(
                        """
                {"profile": {"instructions": "Use your skill_pack and handover", "engine_tier": "light"},
                 "capabilities": [{"capability_id": "handover", "name": "capability", "resource_ids": ["d"],
                   "checkpoints": [{"checkpoint_id": "milestone",
                     "actions": [{"action_id": "a", "inputs": {"capability_id": "{{x}}", "handover": 1}}]}],
                   "handover": {"division": "capability"}}],
                 "routing": {"entry_capability_id": "handover",
                   "rules": [{"scope": "capability", "capability_id": "handover",
                              "then": {"type": "capability", "capability_id": "handover"}}],
                   "fallback": {"type": "handover"}}}"""));

        assertThat(upstream)
                .isEqualTo(
                        object(
                                """
                                {"profile": {"instructions": "Use your skill_pack and handover", "model_tier": "light"},
                                 "skills": [{"skill_id": "handover", "name": "capability", "document_ids": ["d"],
                                   "milestones": [{"milestone_id": "milestone",
                                     "actions": [{"action_id": "a", "inputs": {"capability_id": "{{x}}", "handover": 1}}]}],
                                   "performance_exit": {"division": "capability"}}],
                                 "routing": {"entry_skill_id": "handover",
                                   "rules": [{"scope": "capability", "skill_id": "handover",
                                              "then": {"type": "skill", "skill_id": "handover"}}],
                                   "fallback": {"type": "performance_exit"}}}"""));
    }

    @Test
    void fieldsAnUpstreamAddsSurviveWithoutItsWords() throws JsonProcessingException {
        ObjectNode upstream = object("{\"skills\": [{\"x_examples\": [{\"skill_id\": 1, \"milestone\": 2}]}]}");

        JsonNode inPublic = Vocabulary.translate(upstream);

        assertThat(inPublic)
                .isEqualTo(
                        object("{\"capabilities\": [{\"x_examples\": [{\"capability_id\": 1, \"checkpoint\": 2}]}]}"));
        assertThat(Vocabulary.translate((ObjectNode) inPublic)).isEqualTo(upstream);
    }

    @ParameterizedTest
    @CsvSource({
        "/skill_pack/skills/0/skill_id, /capability_pack/capabilities/0/capability_id",
        "/skill_pack/skills/3/milestones/1/next/0/go_to, /capability_pack/capabilities/3/checkpoints/1/next/0/go_to",
        "/skill_pack/skills/0/milestones/0/actions/0/inputs/skill_id,"
                + " /capability_pack/capabilities/0/checkpoints/0/actions/0/inputs/skill_id",
        "/skill_pack/routing/rules/0/then/type, /capability_pack/routing/rules/0/then/type",
        "/document_ids/0, /resource_ids/0",
        "/name, /name"
    })
    void pathOfAnUpstreamErrorIsTranslated(String path, String pointer) {
        assertThat(Vocabulary.pointerToPublic(path)).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown skill_id in Skills, unknown capability_id in capabilities",
        "milestone has no performance exit, checkpoint has no handover",
        "all good, all good",
        "reskilling is a skillset, ''"
    })
    void messageOfAnUpstreamErrorIsTranslatedOrWithheld(String message, String translated) {
        assertThat(Vocabulary.messageToPublic(message)).isEqualTo(translated);
    }

    @ParameterizedTest
    @CsvSource({
        "3 skills with 2 milestones each, A shop for shoes, 3 capabilities with 2 checkpoints each",
        "See skill_pack and model tier, A shop for shoes, See capability_pack and engine tier",
        "Added a topic on upskilling, A shop for shoes, Added a topic on upskilling",
        "Topics: Skill tests, An agent for skill tests, Topics: Skill tests",
        "Both Skills have a milestone, Kursus skill, Both Skills have a checkpoint",
        "Set skill_id and a milestone, Rayakan Milestones, Set capability_id and a milestone"
    })
    void noteIsTranslatedButForTheWordsOfPeople(String note, String written, String translated) {
        assertThat(Vocabulary.noteToPublic(note, written)).isEqualTo(translated);
    }

    @Provide
    Arbitrary<ObjectNode> packs() {
        return PackArbitraries.packs();
    }

    /** As an upstream writes them: renamed here, field by field, so that what translates them has no part in it. */
    @Provide
    Arbitrary<ObjectNode> upstreamPacks() {
        return PackArbitraries.filledPacks().map(pack -> (ObjectNode) renamed(pack));
    }

    private static JsonNode renamed(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(item -> array.add(renamed(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JSON.createObjectNode();
        node.properties()
                .forEach(field -> object.set(
                        UPSTREAM_NAMES.getOrDefault(field.getKey(), field.getKey()),
                        field.getKey().equals("inputs") ? field.getValue() : renamed(field.getValue())));
        return object;
    }

    @Provide
    Arbitrary<ObjectNode> anyJson() {
        Arbitrary<String> names = Arbitraries.of(
                "capabilities",
                "skills",
                "capability_id",
                "skill_id",
                "checkpoints",
                "milestones",
                "actions",
                "inputs",
                "handover",
                "performance_exit",
                "routing",
                "rules",
                "then",
                "fallback",
                "type",
                "resource_ids",
                "document_ids",
                "x");
        Arbitrary<JsonNode> leaves = Arbitraries.of("capability", "skill", "handover", "performance_exit", "x")
                .map(JSON.getNodeFactory()::textNode);
        return Arbitraries.lazyOf(
                        () -> leaves,
                        () -> Arbitraries.maps(names, leaves).ofMaxSize(4).map(VocabularyTests::object))
                .list()
                .ofMaxSize(3)
                .map(items -> {
                    JsonNode array = JSON.createArrayNode().addAll(items);
                    return array;
                })
                .flatMap(array -> Arbitraries.maps(names, Arbitraries.of(array).injectNull(0.0))
                        .ofMaxSize(4)
                        .map(VocabularyTests::object))
                .flatMap(inner -> Arbitraries.maps(names, Arbitraries.of((JsonNode) inner))
                        .ofMaxSize(4)
                        .map(VocabularyTests::object));
    }

    private static ObjectNode object(Map<String, ? extends JsonNode> fields) {
        ObjectNode object = JSON.createObjectNode();
        fields.forEach(object::set);
        return object;
    }

    private static ObjectNode object(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json);
    }

    private static Set<String> fieldNames(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            if (!field.getKey().equals("inputs")) {
                names.addAll(fieldNames(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(item -> names.addAll(fieldNames(item)));
        }
        return names;
    }
}
