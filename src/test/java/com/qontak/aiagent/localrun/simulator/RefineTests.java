package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefineTests {

    private static final UpstreamSimulator SIMULATOR =
            UpstreamSimulator.start(new MutableClock(), SimulatorSettings.DEFAULTS.withThinking(Duration.ZERO));
    private static final UpstreamCaller CALLER = new UpstreamCaller(SIMULATOR.chatbotAi(), 1);
    private static final String REFINE = "/v1/refine-skill-pack";

    private final ObjectNode pack = new SkillPackDrafter(new ActionCatalogue())
            .draft("Asisten untuk Toko Maju: pesanan, stok, keluhan", Language.ID, List.of("create_ticket"), List.of())
            .skillPack();

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rename the agent to Siti from Toko Maju.",
                "Please change its name to \"Siti from Toko Maju\"",
                "Ganti nama agen menjadi Siti from Toko Maju",
                "tolong ubah namanya, nama barunya jadi 'Siti from Toko Maju'"
            })
    void theAgentIsRenamed(String message) {
        ObjectNode expected = pack.deepCopy();
        expected.withObject("/profile").put("name", "Siti from Toko Maju");

        assertThat(propose(message)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Make it shorter", "Jawabannya terlalu panjang"})
    void theTextsAreShortenedOnce(String message) {
        JsonNode shorter = propose(message);

        assertThat(shorter.at("/profile/greeting").asText()).isEqualTo("Halo!");
        assertThat(shorter.at("/profile/instructions").asText())
                .isEqualTo("Jawab dengan sopan dan langsung ke intinya.");
        assertThat(refine((ObjectNode) shorter, message).at("/skill_pack")).isEqualTo(shorter);
    }

    @ParameterizedTest
    @CsvSource({
        "Add a skill for returns, return_request, Pengajuan retur",
        "tambahkan kemampuan untuk retur, return_request, Pengajuan retur",
        "Add a capability for gift wrapping!, gift_wrapping, gift wrapping"
    })
    void aSkillIsAddedWithARuleThatLeadsToIt(String message, String skillId, String name) {
        JsonNode proposed = propose(message);

        assertThat(proposed.at("/skills").size()).isEqualTo(4);
        assertThat(proposed.at("/skills/3/skill_id").asText()).isEqualTo(skillId);
        assertThat(proposed.at("/skills/3/name").asText()).isEqualTo(name);
        assertThat(proposed.at("/routing/rules/4/then/skill_id").asText()).isEqualTo(skillId);
    }

    @Test
    void aSkillThatIsThereIsNotAddedAgain() {
        UpstreamCaller.Reply reply = refine(pack, "Tambahkan kemampuan untuk cek stok");

        assertThat(reply.at("/skill_pack")).isEqualTo(pack);
        assertThat(reply.at("/reply").asText()).isEqualTo("Cek stok sudah ada.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hand over to a human earlier", "Lebih cepat alihkan ke petugas"})
    void conversationsGoToAPersonEarlier(String message) {
        JsonNode proposed = propose(message);

        assertThat(proposed.at("/routing/rules/0/when").asText()).endsWith("mengulang pertanyaan yang sama");
        assertThat(proposed.at("/skills/0/performance_exit/when").asText()).endsWith("mengulang pertanyaan yang sama");
        assertThat(refine((ObjectNode) proposed, message).at("/skill_pack")).isEqualTo(proposed);
    }

    @ParameterizedTest
    @CsvSource({
        "Put Keluhan pelanggan first, complaint order_status stock_check",
        "pindahkan Cek pesanan ke atas sebelum Keluhan pelanggan, stock_check order_status complaint",
        "move complaint before stock_check, order_status complaint stock_check"
    })
    void theSkillsAreReordered(String message, String order) {
        JsonNode proposed = propose(message);

        assertThat(proposed.at("/skills").findValuesAsText("skill_id")).containsExactly(order.split(" "));
        assertThat(proposed.at("/routing")).isEqualTo(pack.get("routing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown_milestone at /skill_pack/skills/0/milestones/0/next/0/go_to",
                "Ada pesan: langkah tujuan tidak ditemukan",
                "unbound_variable: coupon_code"
            })
    void aPastedErrorIsRepaired(String message) {
        ObjectNode broken = pack.deepCopy();
        broken.withObject("/skills/0/milestones/1/next/0").put("go_to", "nowhere");
        broken.withObject("/skills/1/milestones/1").put("instructions", "Pakai kupon {{coupon_code}}");
        assertThat(SkillPackFaults.of(broken)).hasSize(3);

        UpstreamCaller.Reply reply = refine(broken, message);

        assertThat(SkillPackFaults.of(reply.at("/skill_pack"))).isEmpty();
        assertThat(reply.at("/reply").asText()).contains("nowhere", "coupon_code");
        assertThat(reply.at("/skill_pack/skills/0/milestones/1/next/0/go_to").asText())
                .isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "What can you do?, Tell me",
        "Kenapa jawabannya aneh?, Ceritakan",
        "There is an error somewhere, no broken"
    })
    void anythingElseIsOnlyAnswered(String message, String reply) {
        UpstreamCaller.Reply answered = refine(pack, message);

        assertThat(answered.at("/skill_pack")).isEqualTo(pack);
        assertThat(answered.at("/reply").asText()).contains(reply);
    }

    @Test
    void aMessageAndAPackAreNeeded() {
        ObjectNode body = Json.object().put("message", "Make it shorter");

        assertThat(CALLER.post(REFINE, body).at("/error/path").asText()).isEqualTo("/skill_pack");
        assertThat(refine(Json.object(), "Make it shorter").at("/error/path").asText())
                .isEqualTo("/skill_pack/profile");
        assertThat(refine(pack, " ").at("/error/path").asText()).isEqualTo("/message");
    }

    /** @return the proposed pack, which is another one than before, and sound */
    private JsonNode propose(String message) {
        UpstreamCaller.Reply reply = refine(pack, message);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/reply").asText()).isNotBlank();
        assertThat(reply.at("/skill_pack")).isNotEqualTo(pack);
        assertThat(SkillPackFaults.of(reply.at("/skill_pack"))).isEmpty();
        return reply.at("/skill_pack");
    }

    private static UpstreamCaller.Reply refine(ObjectNode skillPack, String message) {
        ObjectNode body = Json.object().put("message", message);
        body.set("skill_pack", skillPack);
        body.set("history", Json.array());
        return CALLER.post(REFINE, body);
    }
}
