package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewTests {

    private static final String PREVIEW = "/v1/agents/" + UpstreamSimulator.LIVE_AGENT + "/preview";

    private final UpstreamSimulator simulator =
            UpstreamSimulator.start(new MutableClock(), SimulatorSettings.DEFAULTS.withInterval(Duration.ofMillis(1)));
    private final UpstreamCaller caller = new UpstreamCaller(simulator.mekariAgent(), 1);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theSkillThatSharesWordsAsksForWhatItCollects() {
        UpstreamCaller.Reply turn = caller.post(PREVIEW, message("Di mana paket saya?"));

        assertThat(turn.status()).isEqualTo(200);
        assertThat(turn.at("/session_id").asText()).startsWith("ses_");
        assertThat(turn.at("/reply").asText()).contains("selamat datang", "Nomor pesanan");
        assertThat(turn.json().findValuesAsText("step"))
                .containsExactly("guardrail", "route", "retrieve", "milestone", "answer");
        assertThat(turn.at("/trace/1/skill_id").asText()).isEqualTo("order_status");
        assertThat(turn.at("/trace/3/milestone_id").asText()).isEqualTo("ask_details");
    }

    @Test
    void aRoutingRuleHandsOver() {
        UpstreamCaller.Reply turn = caller.post(PREVIEW, message("Saya mau berbicara dengan petugas"));

        assertThat(turn.json().findValuesAsText("step")).containsExactly("guardrail", "performance_exit", "answer");
        assertThat(turn.at("/trace/1/detail").asText()).contains("support");
        assertThat(turn.at("/reply").asText()).contains("support");
    }

    @Test
    void aSkillHandsOverWhereItsOwnExitFits() {
        UpstreamCaller.Reply turn = caller.post(PREVIEW, message("Retur, barangnya rusak"));

        assertThat(turn.json().findValuesAsText("step"))
                .containsExactly("guardrail", "route", "performance_exit", "answer");
        assertThat(turn.at("/reply").asText()).contains("petugas retur");
    }

    @Test
    void whatFitsNowhereEntersFirstAndFallsBackLater() {
        JsonNode opening = caller.post(PREVIEW, message("Halo")).json();
        ObjectNode again =
                message("Hmm").put("session_id", opening.path("session_id").asText());
        JsonNode later = caller.post(PREVIEW, again).json();

        assertThat(opening.findValuesAsText("step")).contains("route", "milestone");
        assertThat(later.findValuesAsText("step")).contains("performance_exit").doesNotContain("route");
        assertThat(later.path("session_id")).isEqualTo(opening.path("session_id"));
    }

    @Test
    void anUnsavedPackIsTriedInsteadOfTheSavedOne() {
        ObjectNode unsaved =
                caller.get("/v1/agents/" + UpstreamSimulator.DRAFT_AGENT).json();
        ObjectNode body = message("Apakah stoknya ada? Cek stok kemeja");
        body.set("skill_pack", unsaved.get("skill_pack"));

        assertThat(caller.post(PREVIEW, body).at("/trace/1/skill_id").asText()).isEqualTo("stock_check");
        assertThat(caller.post(PREVIEW, message("Halo").put("skill_pack", "none"))
                        .status())
                .isEqualTo(422);
        assertThat(caller.post(PREVIEW, Json.object()).at("/error/path").asText())
                .isEqualTo("/message");
    }

    @Test
    void theEventsSpellTheReplyAndEndWithIt() {
        UpstreamCaller.Reply reply = streamed("Di mana paket saya?");
        List<Answer.Event> events = events(reply);

        assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(named(events, "trace").map(step -> step.path("step").asText()))
                .containsExactly("guardrail", "route", "retrieve", "milestone", "answer");
        List<String> pieces =
                named(events, "token").map(token -> token.path("text").asText()).toList();
        Answer.Event last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("done");
        assertThat(last.data().path("session_id").asText()).startsWith("ses_");
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(String.join("", pieces)).isEqualTo(last.data().path("reply").asText());
    }

    @Test
    void theFirstEventArrivesWhileTheOthersAreStillToCome() throws InterruptedException {
        SimulatorSettings endless = SimulatorSettings.DEFAULTS.withInterval(Duration.ofHours(1));
        try (UpstreamSimulator slow = UpstreamSimulator.start(new MutableClock(), endless)) {
            UpstreamCaller.ArrivingLines lines =
                    new UpstreamCaller(slow.mekariAgent(), 1).stream(PREVIEW, message("Di mana paket saya?"));

            assertThat(lines.next()).isEqualTo("event: trace");
        }
    }

    @Test
    void aFailingTurnBreaksOffWithAnErrorEvent() {
        List<Answer.Event> events = events(streamed("[error] Di mana paket?"));

        Answer.Event last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("error");
        assertThat(last.data().path("code").asText()).isEqualTo("preview_failed");
        assertThat(named(events, "done")).isEmpty();
        assertThat(caller.post(PREVIEW, message("[error]")).status()).isEqualTo(500);
    }

    private static ObjectNode message(String text) {
        return Json.object().put("message", text);
    }

    private static Stream<JsonNode> named(List<Answer.Event> events, String name) {
        return events.stream().filter(event -> event.name().equals(name)).map(Answer.Event::data);
    }

    private UpstreamCaller.Reply streamed(String text) {
        return caller.post(PREVIEW, message(text), "Accept", "text/event-stream");
    }

    private static List<Answer.Event> events(UpstreamCaller.Reply reply) {
        String text = new String(reply.response().body(), StandardCharsets.UTF_8);
        return Stream.of(text.split("\n\n")).map(PreviewTests::event).toList();
    }

    private static Answer.Event event(String text) {
        String[] lines = text.strip().split("\n");
        assertThat(lines).hasSize(2);
        try {
            byte[] data = lines[1].substring("data: ".length()).getBytes(StandardCharsets.UTF_8);
            return new Answer.Event(lines[0].substring("event: ".length()), Json.parse(data));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
