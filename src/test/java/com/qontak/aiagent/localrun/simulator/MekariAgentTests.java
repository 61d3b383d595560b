package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MekariAgentTests {

    private static final long ORGANIZATION = 9;

    private final MutableClock clock = new MutableClock();
    private final UpstreamSimulator simulator = UpstreamSimulator.start(clock);
    private final UpstreamCaller caller = new UpstreamCaller(simulator.mekariAgent(), ORGANIZATION);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aNewAgentIsADraftOfVersionOne() {
        UpstreamCaller.Reply created = caller.post("/v1/agents", body("Asisten"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.at("/version").asInt()).isEqualTo(1);
        assertThat(created.at("/status").asText()).isEqualTo("draft");
        assertThat(created.json().get("live_version").isNull()).isTrue();
        assertThat(created.at("/organization_id").asLong()).isEqualTo(ORGANIZATION);
        assertThat(created.at("/updated_by").asText()).isEqualTo("actor-7");
        assertThat(created.at("/created_at").asText()).isEqualTo("2026-11-20T03:00:00Z");
        assertThat(caller.get(created.header("Location")).json()).isEqualTo(created.json());
    }

    @Test
    void savingALiveAgentMakesANewerVersionAndLeavesTheLiveOne() {
        String agent = create("Asisten");

        UpstreamCaller.Reply published = caller.post(agent + "/publish", "If-Match", "\"1\"");
        clock.advance(Duration.ofMinutes(1));
        UpstreamCaller.Reply saved = caller.put(agent, body("Asisten baru"), "If-Match", "\"1\"");

        assertThat(published.at("/status").asText()).isEqualTo("live");
        assertThat(published.at("/live_version").asInt()).isEqualTo(1);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(saved.at("/status").asText()).isEqualTo("live");
        assertThat(saved.at("/version").asInt()).isEqualTo(2);
        assertThat(saved.at("/live_version").asInt()).isEqualTo(1);
        assertThat(saved.at("/name").asText()).isEqualTo("Asisten baru");
        assertThat(saved.at("/updated_at").asText()).isEqualTo("2026-11-20T03:01:00Z");
    }

    @Test
    void pausingWithdrawsTheLiveVersion() {
        String agent = create("Asisten");
        caller.post(agent + "/publish");

        UpstreamCaller.Reply paused = caller.post(agent + "/pause", "If-Match", "\"1\"");

        assertThat(paused.at("/status").asText()).isEqualTo("paused");
        assertThat(paused.json().get("live_version").isNull()).isTrue();
    }

    @Test
    void pausingADraftLeavesItADraft() {
        assertThat(caller.post(create("Asisten") + "/pause").at("/status").asText())
                .isEqualTo("draft");
    }

    @Test
    void everyChangeToAVersionThatIsNotTheNewestIsRefused() {
        String agent = create("Asisten");
        caller.put(agent, body("Asisten"));

        List<UpstreamCaller.Reply> replies = List.of(
                caller.put(agent, body("Lain"), "If-Match", "\"1\""),
                caller.post(agent + "/publish", "If-Match", "\"1\""),
                caller.post(agent + "/pause", "If-Match", "\"1\""),
                caller.delete(agent, "If-Match", "\"1\""));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(412);
            assertThat(reply.header("ETag")).isEqualTo("\"2\"");
            assertThat(reply.at("/error/code").asText()).isEqualTo("version_moved_on");
        });
        assertThat(caller.get(agent).at("/name").asText()).isEqualTo("Asisten");
    }

    @Test
    void aKnownVersionIsNotSentAgain() {
        String agent = create("Asisten");

        UpstreamCaller.Reply known = caller.get(agent, "If-None-Match", "\"1\"");

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo("\"1\"");
        assertThat(known.response().body()).isEmpty();
        assertThat(caller.get(agent, "If-None-Match", "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void everyVersionStaysAsItWasTheNewestListedFirst() {
        String agent = create("Satu");
        caller.post(agent + "/publish");
        caller.put(agent, body("Dua"));

        JsonNode list = caller.get(agent + "/versions").json();
        UpstreamCaller.Reply first = caller.get(agent + "/versions/1");

        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("versions").findValuesAsText("version")).containsExactly("2", "1");
        assertThat(list.path("versions").findValues("skill_pack")).isEmpty();
        assertThat(first.at("/name").asText()).isEqualTo("Satu");
        assertThat(first.at("/live_version").asInt()).isEqualTo(1);
        assertThat(first.at("/skill_pack").isObject()).isTrue();
        assertThat(caller.get(agent + "/versions/3").status()).isEqualTo(404);
    }

    @Test
    void theSameKeyMakesOneAgent() {
        UpstreamCaller.Reply first = caller.post("/v1/agents", body("Asisten"), "Idempotency-Key", "k1");
        UpstreamCaller.Reply again = caller.post("/v1/agents", body("Asisten"), "Idempotency-Key", "k1");
        UpstreamCaller.Reply other = caller.of(10).post("/v1/agents", body("Asisten"), "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.at("/agent_id")).isNotEqualTo(first.at("/agent_id"));
        assertThat(caller.get("/v1/agents").at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void anAgentOfAnotherOrganizationIsNotFound() {
        String agent = create("Asisten");
        UpstreamCaller other = caller.of(10);

        List<UpstreamCaller.Reply> replies = List.of(
                other.get(agent),
                other.put(agent, body("Milik saya")),
                other.delete(agent),
                other.post(agent + "/publish"),
                other.post(agent + "/pause"),
                other.get(agent + "/versions"),
                other.get(agent + "/versions/1"),
                other.post(agent + "/preview", Json.object().put("message", "Halo")));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(404));
        assertThat(other.get("/v1/agents").at("/total").asInt()).isZero();
        assertThat(caller.get(agent).at("/name").asText()).isEqualTo("Asisten");
    }

    @Test
    void theListIsFilteredAndPaged() {
        for (String name : List.of("Asisten Satu", "Asisten Dua", "Petugas")) {
            create(name);
            clock.advance(Duration.ofSeconds(1));
        }
        caller.post(create("Asisten Tiga") + "/publish");

        JsonNode second = caller.get("/v1/agents?query=aSISTEN&page=2&per_page=2&organization_id=9")
                .json();
        JsonNode live = caller.get("/v1/agents?status=live").json();

        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(second.findValuesAsText("name")).containsExactly("Asisten Satu");
        assertThat(second.findValues("skill_pack")).isEmpty();
        assertThat(live.findValuesAsText("name")).containsExactly("Asisten Tiga");
        assertThat(caller.get("/v1/agents?page=0").status()).isEqualTo(400);
        assertThat(caller.get("/v1/agents?organization_id=10").status()).isEqualTo(422);
    }

    @Test
    void aDeletedAgentIsGone() {
        String agent = create("Asisten");

        assertThat(caller.delete(agent, "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(caller.get(agent).status()).isEqualTo(404);
        assertThat(caller.delete(agent).status()).isEqualTo(404);
    }

    @Test
    void anAgentNeedsANameAndAPack() {
        ObjectNode nameless = body("Asisten");
        nameless.remove("name");
        ObjectNode packless = body("Asisten").put("skill_pack", "later");

        assertThat(caller.post("/v1/agents", nameless).at("/error/path").asText())
                .isEqualTo("/name");
        assertThat(caller.post("/v1/agents", packless).at("/error/path").asText())
                .isEqualTo("/skill_pack");
        assertThat(caller.post("/v1/agents", body("Asisten").put("organization_id", 10))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void fieldsOfAPackNobodyKnowsAreKept() {
        ObjectNode body = body("Asisten");
        body.withObject("/skill_pack").put("future", "kept");

        assertThat(caller.post("/v1/agents", body).at("/skill_pack/future").asText())
                .isEqualTo("kept");
    }

    @Test
    void theActionsComeInThreeGroupsWithTheirInputs() {
        JsonNode actions = caller.get("/v1/actions").json();

        assertThat(actions.path("total").asInt())
                .isEqualTo(actions.path("actions").size());
        assertThat(Set.copyOf(actions.findValuesAsText("group")))
                .containsExactlyInAnyOrder("mekari_qontak", "mekari", "other_integration");
        assertThat(Set.copyOf(actions.findValuesAsText("state")))
                .containsExactlyInAnyOrder("ready", "needs_approval", "not_connected");
        assertThat(actions.findValuesAsText("action_id"))
                .doesNotHaveDuplicates()
                .contains(
                        "create_deal",
                        "update_deal",
                        "create_ticket",
                        "update_ticket",
                        "assign_agent",
                        "resolve_conversation",
                        "create_tag",
                        "send_attachment");
        assertThat(actions.path("actions")).allSatisfy(action -> {
            JsonNode inputs = action.path("inputs");
            assertThat(inputs.path("type").asText()).isEqualTo("object");
            assertThat(Json.texts(inputs.path("required")))
                    .allMatch(name -> inputs.path("properties").has(name));
        });
    }

    private String create(String name) {
        return caller.post("/v1/agents", body(name)).header("Location");
    }

    private static ObjectNode body(String name) {
        ObjectNode pack = Json.object().put("schema_version", 1);
        return Json.object().put("name", name).set("skill_pack", pack);
    }
}
