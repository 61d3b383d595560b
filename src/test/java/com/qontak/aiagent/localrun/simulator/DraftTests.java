package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTests {

    private static final UpstreamSimulator SIMULATOR =
            UpstreamSimulator.start(new MutableClock(), SimulatorSettings.DEFAULTS.withThinking(Duration.ZERO));
    private static final UpstreamCaller CALLER = new UpstreamCaller(SIMULATOR.chatbotAi(), 1);
    private static final String DRAFT = "/v1/draft-skill-pack";

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void anIndonesianPromptGivesAnIndonesianPackWithItsTopics() {
        UpstreamCaller.Reply draft =
                draft("Asisten untuk Toko Maju yang bisa cek pesanan, stok, dan menerima keluhan", "id");

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.at("/skill_pack/profile/name").asText()).isEqualTo("Asisten Toko Maju");
        assertThat(draft.at("/skill_pack/profile/language").asText()).isEqualTo("id");
        assertThat(draft.json().findValuesAsText("skill_id")).startsWith("order_status", "stock_check", "complaint");
        assertThat(draft.at("/skill_pack/skills/0/name").asText()).isEqualTo("Cek pesanan");
        assertThat(draft.at("/notes/0").asText()).contains("Cek pesanan", "Cek stok", "Keluhan pelanggan");
        assertThat(SkillPackFaults.of(draft.at("/skill_pack"))).isEmpty();
    }

    @Test
    void anEnglishPromptGivesAnEnglishPack() {
        UpstreamCaller.Reply draft =
                draft("A formal helper for Blue Bottle that takes bookings and returns by booking date", "en");

        assertThat(draft.at("/skill_pack/profile/name").asText()).isEqualTo("Blue Bottle assistant");
        assertThat(draft.at("/skill_pack/profile/tone").asText()).isEqualTo("formal");
        assertThat(draft.at("/skill_pack/skills").findValuesAsText("skill_id"))
                .containsExactly("return_request", "booking");
        assertThat(draft.at("/skill_pack/skills/1/name").asText()).isEqualTo("Make a booking");
        assertThat(SkillPackFaults.of(draft.at("/skill_pack"))).isEmpty();
    }

    @Test
    void theLanguageIsThatOfThePromptWhenNoneIsAsked() {
        ObjectNode indonesian = Json.object().put("prompt", "Buatkan asisten untuk toko saya");
        ObjectNode english = Json.object().put("prompt", "An assistant that helps in my shop");

        assertThat(CALLER.post(DRAFT, indonesian)
                        .at("/skill_pack/profile/language")
                        .asText())
                .isEqualTo("id");
        assertThat(CALLER.post(DRAFT, english)
                        .at("/skill_pack/profile/language")
                        .asText())
                .isEqualTo("en");
    }

    @Test
    void aPromptWithoutAKnownTopicGivesGeneralQuestions() {
        UpstreamCaller.Reply draft = draft("Somebody who cheers people up {{always}}", "en");

        assertThat(draft.at("/skill_pack/routing/entry_skill_id").asText()).isEqualTo("general_help");
        assertThat(draft.at("/notes").size()).isEqualTo(1);
        assertThat(SkillPackFaults.of(draft.at("/skill_pack"))).isEmpty();
    }

    @Test
    void everyKnownActionIsPlacedWithItsInputs() {
        List<String> actionIds = new ActionCatalogue()
                .all().stream().map(action -> action.path("action_id").asText()).toList();
        ObjectNode body = body("Orders, stock, returns, bookings, a complaint, opening hours and sales", "en");
        body.set("action_ids", Json.array(actionIds));
        body.set("document_ids", Json.array(List.of("doc_1")));

        JsonNode pack = CALLER.post(DRAFT, body).at("/skill_pack");

        assertThat(pack.findValuesAsText("action_id")).containsExactlyInAnyOrderElementsOf(actionIds);
        assertThat(pack.path("skills"))
                .allSatisfy(skill ->
                        assertThat(skill.at("/document_ids/0").asText()).isEqualTo("doc_1"));
        assertThat(SkillPackFaults.of(pack)).isEmpty();
    }

    @Test
    void anUnknownActionIsLeftOutWithANote() {
        ObjectNode body = body("Cek pesanan pelanggan", "id");
        body.set("action_ids", Json.array(List.of("fly_away")));

        UpstreamCaller.Reply draft = CALLER.post(DRAFT, body);

        assertThat(draft.json().findValues("action_id")).isEmpty();
        assertThat(draft.at("/notes/1").asText()).contains("fly_away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345 67890 ?!", "Cek pesanan [cannot]"})
    void aPromptThatCannotBeDraftedIsRefusedWithItsPath(String prompt) {
        UpstreamCaller.Reply refused = draft(prompt, "id");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/error/code").asText()).isEqualTo("cannot_draft");
        assertThat(refused.at("/error/message").asText()).contains("tidak dapat");
        assertThat(refused.at("/error/path").asText()).isEqualTo("/prompt");
    }

    @Test
    void aPromptAndALanguageOfTheTwoAreNeeded() {
        assertThat(CALLER.post(DRAFT, Json.object()).at("/error/path").asText()).isEqualTo("/prompt");
        assertThat(draft("Check orders", "fr").at("/error/path").asText()).isEqualTo("/language");
    }

    @Test
    void aDraftTakesTheTimeItIsGiven() {
        Duration thinking = Duration.ofMillis(60);
        try (UpstreamSimulator slow =
                UpstreamSimulator.start(new MutableClock(), SimulatorSettings.DEFAULTS.withThinking(thinking))) {
            UpstreamCaller caller = new UpstreamCaller(slow.chatbotAi(), 1);
            long start = System.nanoTime();

            int status = caller.post(DRAFT, body("Check orders", "en")).status();

            assertThat(status).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(thinking);
        }
    }

    private static UpstreamCaller.Reply draft(String prompt, String language) {
        return CALLER.post(DRAFT, body(prompt, language));
    }

    private static ObjectNode body(String prompt, String language) {
        return Json.object().put("prompt", prompt).put("language", language);
    }
}
