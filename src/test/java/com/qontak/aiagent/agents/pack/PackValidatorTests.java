package com.qontak.aiagent.agents.pack;

import static com.qontak.aiagent.agents.pack.Packs.codesAt;
import static com.qontak.aiagent.agents.pack.Packs.exampleWith;
import static com.qontak.aiagent.agents.pack.Packs.json;
import static com.qontak.aiagent.agents.pack.Packs.remove;
import static com.qontak.aiagent.agents.pack.Packs.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackValidatorTests {

    private final PackValidator validator = Packs.validator();

    @Test
    void completePackHasNoFinding() {
        assertThat(codesIn(Packs.example())).isEmpty();
    }

    @Test
    void pointersStartWhereThePackStands() {
        ObjectNode pack = exampleWith(it -> remove(it, "/profile/name"));

        PackReport report = validator.validate(pack, PackContext.at("/capability_pack"));

        assertThat(codesAt(report.findings())).containsExactly("required /capability_pack/profile/name");
        assertThat(report.valid()).isFalse();
    }

    @Test
    void warningsAloneLeaveThePackValid() {
        PackReport report = validate(exampleWith(it -> set(it, "/routing/rules/0/when", "'refund'")));

        assertThat(codesAt(report.findings())).containsExactly("vague_condition /routing/rules/0/when");
        assertThat(report.valid()).isTrue();
    }

    @Test
    void errorsComeBeforeWarnings() {
        ObjectNode pack = exampleWith(it -> {
            set(it, "/routing/rules/0/when", "''");
            set(it, "/routing/rules/1/then/capability_id", "'nowhere'");
        });

        assertThat(codesIn(pack))
                .containsExactly(
                        "unknown_capability /routing/rules/1/then/capability_id",
                        "unreachable_capability /capabilities/1",
                        "vague_condition /routing/rules/0/when");
    }

    @Test
    void packThatIsNoObjectIsAnsweredWithoutACanonicalPack() {
        PackReport report = validate(json("[1]"));

        assertThat(report.canonicalPack()).isNull();
        assertThat(codesAt(report.findings())).containsExactly("invalid_format ");
    }

    @Test
    void draftWithoutCapabilitiesIsValid() {
        ObjectNode draft = (ObjectNode)
                json(
                        "{'schema_version': 1, 'profile': {'name': 'A'}, 'capabilities': [], 'routing': {'fallback': {'type': 'handover'}}}");

        PackReport report = validate(draft);

        assertThat(report.valid()).isTrue();
        assertThat(codesAt(report.findings())).containsExactly("empty_capability /capabilities");
    }

    @Test
    void entryIsNeededOnceThereIsACapability() {
        assertThat(codesIn(exampleWith(it -> remove(it, "/routing/entry_capability_id"))))
                .containsExactly("required /routing/entry_capability_id");
    }

    @Test
    void sectionIsJudgedByItselfThoughTheOthersAreMissing() {
        JsonNode step = json("{'profile': {'name': '', 'language': 'fr'}}");

        PackReport report = validator.validate(step, PackContext.at("").only(PackSection.PROFILE));

        assertThat(codesAt(report.findings()))
                .containsExactlyInAnyOrder("required /profile/name", "invalid_format /profile/language");
    }

    @Test
    void aliasConflictsAreReportedWithTheRest() {
        PackValidator translating = new PackValidator(
                new PackSchema(),
                (pack, pointer) -> new PackVocabulary.Canonical(
                        pack,
                        List.of(PackVocabulary.conflictingAlias(pointer + "/profile/engine_tier", "engine_tier"))));

        PackReport report = translating.validate(Packs.example(), PackContext.at("/p"));

        assertThat(codesAt(report.findings())).containsExactly("conflicting_alias /p/profile/engine_tier");
    }

    @Test
    void rulesAreCheckedInTodaysWords() {
        ObjectNode canonical = exampleWith(it -> set(it, "/routing/entry_capability_id", "'nowhere'"));
        PackValidator translating = new PackValidator(
                new PackSchema(), (pack, pointer) -> new PackVocabulary.Canonical(canonical, List.of()));

        PackReport report = translating.validate(JsonNodeFactory.instance.objectNode(), PackContext.at(""));

        assertThat(report.canonicalPack()).isSameAs(canonical);
        assertThat(codesAt(report.findings())).containsExactly("unknown_capability /routing/entry_capability_id");
    }

    @ParameterizedTest
    @CsvSource({"x, 0", "x, 1", "🙂, 0", "🙂, 1"})
    void packMayTakeOneMebibyte(String character, int tooMany) {
        ObjectNode pack = Packs.example();
        pack.put("padding", "");
        int left = 1024 * 1024 - pack.toString().getBytes(UTF_8).length;
        int width = character.getBytes(UTF_8).length;
        pack.put("padding", "x".repeat(left % width + tooMany) + character.repeat(left / width));

        assertThat(codesIn(pack)).isEqualTo(tooMany == 0 ? List.of() : List.of("too_long "));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void packOfCharactersThatAreLongWhenWrittenMayTakeOneMebibyteToo(int tooMany) {
        ObjectNode pack = Packs.example();
        pack.put("padding", "");
        int left = 1024 * 1024 - pack.toString().getBytes(UTF_8).length;
        pack.put("padding", "x".repeat(left % 6 + tooMany) + "\u0001".repeat(left / 6));

        assertThat(codesIn(pack)).isEqualTo(tooMany == 0 ? List.of() : List.of("too_long "));
    }

    @ParameterizedTest
    @CsvSource({"98, true", "99, false", "100000, false"})
    void packMayBeAHundredLevelsDeep(int levels, boolean valid) {
        ArrayNode nested = JsonNodeFactory.instance.arrayNode();
        for (int level = 0; level < levels; level++) {
            nested = JsonNodeFactory.instance.arrayNode().add(nested);
        }
        ObjectNode pack = Packs.example();
        pack.set("nested", nested);

        PackReport report = validate(pack);

        assertThat(report.valid()).isEqualTo(valid);
        assertThat(codesAt(report.findings())).isEqualTo(valid ? List.of() : List.of("invalid_format "));
    }

    @ParameterizedTest
    @CsvSource({"246, true", "247, false"})
    void namesOnTheWayToAValueMayHaveFiveHundredCharacters(int length, boolean valid) {
        ObjectNode pack = Packs.example();
        String name = "n".repeat(length);
        pack.putObject("0123").putObject(name).put(name, 1);

        assertThat(codesIn(pack)).isEqualTo(valid ? List.of() : List.of("too_long "));
    }

    @ParameterizedTest
    @Timeout(10)
    @CsvSource({"1e999999999", "-1e-999999999", "1e1001", "1E-1001"})
    void numberThatHasNoEndWrittenOutIsNotLookedAt(BigDecimal number) {
        ObjectNode pack = exampleWith(it -> ((ObjectNode) it.get("profile")).put("language", number));

        assertThat(codesIn(pack)).containsExactly("invalid_format ");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nameOfAMillionCharactersTakesNoLongerThanAnyOther() {
        ObjectNode value = (ObjectNode) Packs.example().at("/capabilities/0/checkpoints/0/collect/0");
        ObjectNode pack = exampleWith(it -> ((ArrayNode) it.at("/capabilities/0/checkpoints/0/collect"))
                .add(value.deepCopy().put("name", " a".repeat(500_000) + "{")));

        assertThat(codesIn(pack)).isNotEmpty();
    }

    @Test
    void aMillionMistakesUnderLongNamesAreNotLookedAt() {
        ObjectNode pack = Packs.example();
        ArrayNode items = pack.putArray("n".repeat(20_000));
        for (int item = 0; item < 50_000; item++) {
            items.addObject().put("skills", 0);
        }

        PackReport report = Packs.validator().validate(pack, PackContext.at("/p"));

        assertThat(codesAt(report.findings())).containsExactly("too_long /p");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200_000})
    void halfASurrogatePairIsNoReasonToFail(int padding) {
        ObjectNode pack = exampleWith(it -> ((ObjectNode) it.get("profile")).put("tone", "\uD83D and \uDE00"));
        pack.put("padding", "x".repeat(padding));

        assertThat(validate(pack).canonicalPack()).isSameAs(pack);
    }

    @Test
    void reportStaysReadableHoweverManyMistakes() {
        ObjectNode pack = Packs.example();
        ArrayNode capabilities = pack.putArray("capabilities");
        for (int index = 0; index < 20_000; index++) {
            capabilities.addObject();
        }

        PackReport report = validate(pack);

        assertThat(report.findings()).hasSize(1_000).allMatch(Finding::isError);
        assertThat(codesAt(report.findings())).contains("too_many /capabilities");
    }

    private PackReport validate(JsonNode pack) {
        return validator.validate(pack, PackContext.at(""));
    }

    private List<String> codesIn(JsonNode pack) {
        return codesAt(validate(pack).findings());
    }
}
