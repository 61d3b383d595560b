package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.localrun.demo.DemoOrganization;
import java.net.ConnectException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamSimulatorTests {

    private final UpstreamSimulator simulator =
            UpstreamSimulator.start(new MutableClock(), SimulatorSettings.DEFAULTS.withToken("service"));
    private final UpstreamCaller agents = new UpstreamCaller(simulator.mekariAgent(), 1);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theFirstOrganizationStartsWithADraftAndLiveAgents() {
        JsonNode list = agents.get("/v1/agents").json();

        assertThat(list.findValuesAsText("agent_id"))
                .startsWith(UpstreamSimulator.DRAFT_AGENT.toString(), UpstreamSimulator.LIVE_AGENT.toString());
        assertThat(list.findValuesAsText("status")).containsExactly("draft", "live", "live", "live");
        assertThat(list.at("/agents/1/live_version").asInt()).isEqualTo(2);
    }

    @Test
    void everyAgentThatHasRoomsIsThereAndLive() {
        for (DemoOrganization organization : DemoOrganization.all()) {
            UpstreamCaller caller = agents.of(organization.id());
            for (DemoOrganization.Agent agent : organization.agents()) {
                JsonNode known = caller.get("/v1/agents/" + agent.id()).json();
                assertThat(known.path("name").asText()).isEqualTo(agent.name());
                assertThat(known.path("status").asText()).isEqualTo("live");
            }
        }
        assertThat(agents.of(2)
                        .get("/v1/agents/" + UpstreamSimulator.OTHER_ORGANIZATIONS_AGENT)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyPackThatIsThereFromTheStartIsSound(long organization) {
        UpstreamCaller caller = agents.of(organization);

        assertThat(caller.get("/v1/agents").json().findValuesAsText("agent_id"))
                .isNotEmpty()
                .allSatisfy(id -> {
                    JsonNode skillPack = caller.get("/v1/agents/" + id).at("/skill_pack");
                    assertThat(SkillPackFaults.of(skillPack)).isEmpty();
                    assertThat(skillPack.at("/profile/language").asText()).isEqualTo("id");
                });
    }

    @Test
    void theDocumentOfTheLiveAgentIsReadyFromTheStart() {
        String used = agents.get("/v1/agents/" + UpstreamSimulator.LIVE_AGENT)
                .at("/skill_pack/skills/0/document_ids/0")
                .asText();

        UpstreamCaller documents = new UpstreamCaller(simulator.noncoreMrag(), 1);

        assertThat(documents.get("/v1/documents/" + used).at("/status").asText())
                .isEqualTo("ready");
    }

    @Test
    void faultsOfAPackAreFound() {
        ObjectNode pack =
                agents.get("/v1/agents/" + UpstreamSimulator.LIVE_AGENT).json().withObject("/skill_pack");
        pack.withObject("/skills/0/milestones/0/next/0").put("go_to", "nowhere");
        pack.withObject("/profile").put("greeting", "{{nobody}}");
        pack.withObject("/routing/rules/0").put("priority", 2);

        assertThat(SkillPackFaults.of(pack))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("nowhere"))
                .contains("unbound nobody", "priorities tie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic c2VydmljZQ==", "Bearer ", "Bearer other"})
    void aCallWithoutTheTokenIsRefused(String authorization) {
        UpstreamCaller.Reply reply = agents.get("/v1/agents", "Authorization", authorization);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/error/code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void anyTokenWillDoUnlessOneIsSet() {
        try (UpstreamSimulator open = UpstreamSimulator.start(new MutableClock())) {
            UpstreamCaller caller = new UpstreamCaller(open.mekariAgent(), 1);

            assertThat(caller.get("/v1/agents", "Authorization", "Bearer whatever")
                            .status())
                    .isEqualTo(200);
            assertThat(caller.get("/v1/agents", "Authorization", "").status()).isEqualTo(401);
        }
    }

    @Test
    void aCallWithoutAnOrganizationIsMalformed() {
        assertThat(agents.get("/v1/agents", "X-Organization-Id", "one").status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownPathIsNotFoundAndAWrongMethodNamesTheRightOnes() {
        assertThat(agents.get("/v1/nothing").status()).isEqualTo(404);

        UpstreamCaller.Reply reply = agents.delete("/v1/agents");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, POST");
        assertThat(reply.at("/error/code").asText()).isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "null"})
    void aBodyThatIsNoJsonObjectIsMalformed(String body) {
        UpstreamCaller.Reply reply = agents.send("POST", "/v1/agents", BodyPublishers.ofString(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/error/code").asText()).isEqualTo("malformed_request");
    }

    @Test
    void oneServiceStopsAlone() {
        UpstreamCaller documents = new UpstreamCaller(simulator.noncoreMrag(), 1);
        assertThat(documents.get("/v1/documents").status()).isEqualTo(200);

        simulator.stopNoncoreMrag();

        assertThatThrownBy(() -> documents.get("/v1/documents")).hasCauseInstanceOf(ConnectException.class);
        assertThat(agents.get("/v1/agents").status()).isEqualTo(200);
    }

    @Test
    void closingEndsEveryThread() {
        UpstreamSimulator other = UpstreamSimulator.start(new MutableClock());
        for (UpstreamSimulator each : List.of(simulator, other)) {
            ObjectNode prompt = Json.object().put("prompt", "Cek pesanan");
            new UpstreamCaller(each.chatbotAi(), 1)
                    .post("/v1/draft-skill-pack", prompt, "Authorization", "Bearer service");
        }
        int before = threads().size();
        simulator.close();
        await().untilAsserted(
                        () -> assertThat(threads()).hasSizeLessThan(before).isNotEmpty());
        other.close();
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().matches("(mekari-agent|chatbot-ai|noncore-mrag|upstream-simulator).*"))
                .toList();
    }
}
