package com.qontak.aiagent.upstream.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.agents.pack.PackVocabulary.Canonical;
import com.qontak.aiagent.web.Finding;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicWordsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicWords words = new PublicWords();

    @Test
    void formerWordsAreAcceptedAndTodaysComeOut() throws JsonProcessingException {
        Canonical canonical = canonicalize(
                """
                {"profile": {"model_tier": "light"},
                 "capabilities": [{"milestones": [{"milestone_id": "a"}], "performance_exit": {"when": "angry"}}],
                 "routing": {"rules": [{"then": {"type": "performance_exit"}}],
                             "fallback": {"type": "performance_exit"}}}""");

        assertThat(canonical.findings()).isEmpty();
        assertThat(canonical.pack())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"profile": {"engine_tier": "light"},
                                 "capabilities": [{"checkpoints": [{"checkpoint_id": "a"}],
                                                   "handover": {"when": "angry"}}],
                                 "routing": {"rules": [{"then": {"type": "handover"}}],
                                             "fallback": {"type": "handover"}}}"""));
    }

    @Test
    void nobodyIsToldMoreThanAHundredTimes() throws JsonProcessingException {
        String capabilities = String.join(",", Collections.nCopies(10_000, "{\"skill\": 1}"));

        assertThat(canonicalize("{\"capabilities\": [" + capabilities + "]}").findings())
                .hasSize(100);
    }

    @Test
    void bothSpellingsOfOneFieldConflictAtTheFieldsOfToday() throws JsonProcessingException {
        Canonical canonical = canonicalize("{\"capabilities\": [{\"checkpoints\": [], \"milestones\": []}]}");

        assertThat(canonical.findings())
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("conflicting_alias", "/capability_pack/capabilities/0/checkpoints"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill_pack", "skills", "skill", "skill_id", "skill_ids", "entry_skill_id"})
    void wordsCustomersNeverHadAreRefused(String word) throws JsonProcessingException {
        Canonical canonical = canonicalize("{\"profile\": {\"" + word + "\": 1}}");

        assertThat(canonical.findings())
                .extracting(Finding::code, Finding::key)
                .containsExactly(tuple("conflicting_alias", "conflicting_alias.reserved"));
        assertThat(canonical.pack().path("profile").has(word)).isFalse();
    }

    @Test
    void namesInsideTheInputsOfAnActionBelongToTheAction() throws JsonProcessingException {
        String pack =
                """
                {"capabilities": [{"checkpoints": [{"actions": [{"inputs": {"skill_id": 1, "milestones": 2}}]}]}]}""";

        Canonical canonical = canonicalize(pack);

        assertThat(canonical.findings()).isEmpty();
        assertThat(canonical.pack()).isEqualTo(JSON.readTree(pack));
    }

    @Test
    void textsAreNeverTouched() throws JsonProcessingException {
        String pack = "{\"profile\": {\"name\": \"milestones\", \"instructions\": \"performance_exit\"}}";

        assertThat(canonicalize(pack).pack()).isEqualTo(JSON.readTree(pack));
    }

    @Test
    void packInTodaysWordsIsGivenBackItself() throws JsonProcessingException {
        JsonNode pack = JSON.readTree(
                """
                {"capabilities": [{"checkpoints": [{"actions": [{"inputs": {"milestones": 2}}]}]}],
                 "routing": {"fallback": {"type": "handover"}, "rules": [{"then": {"type": "capability"}}]}}""");

        Canonical canonical = words.canonicalize(pack, "");

        assertThat(canonical.pack()).isSameAs(pack);
        assertThat(canonical.findings()).isEmpty();
    }

    private Canonical canonicalize(String pack) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(pack);
        return words.canonicalize(tree, "/capability_pack");
    }
}
