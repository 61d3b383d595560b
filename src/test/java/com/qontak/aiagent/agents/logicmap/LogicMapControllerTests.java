package com.qontak.aiagent.agents.logicmap;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class LogicMapControllerTests {

    private static final MediaType MERMAID = MediaType.parseMediaType("text/vnd.mermaid");
    private static final String MAP = "/v2/ai_agents/" + AgentJson.UUID + "/logic_map";

    private final WebTestClient builder;

    @Autowired
    LogicMapControllerTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
    }

    @BeforeEach
    void upstreamHasAnAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(okJson(agent(1, 3, "draft"))));
    }

    @Test
    void mapIsAnsweredInPublicWordsWithTheAgentsFindings() {
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID)
                .willReturn(okJson(agent(1, 3, "draft")
                        .replace("\"where is my order\"", "\"where\"")
                        .replace("\"go_to\": \"done\"", "\"go_to\": \"gone\""))));

        String body = builder.get()
                .uri(MAP)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectHeader()
                .values("Vary", vary -> assertThat(vary).contains("Accept"))
                .expectBody()
                .jsonPath("$.nodes[0].label")
                .isEqualTo("Start")
                .jsonPath("$.nodes[1].kind")
                .isEqualTo("capability")
                .jsonPath("$.edges[0].kind")
                .isEqualTo("routing")
                .jsonPath("$.edges[0].scope")
                .isEqualTo("global")
                .jsonPath("$.edges[?(@.kind == 'next')].scope")
                .doesNotExist()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_checkpoint")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/next/0/go_to")
                .returnResult()
                .toString();
        assertThat(body).doesNotContain("milestone", "performance_exit");
    }

    @Test
    void mermaidIsTheSameInTheCallersLanguage() {
        byte[] body = builder.get()
                .uri(MAP)
                .accept(MERMAID)
                .header("Accept-Language", "id")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/vnd.mermaid;charset=UTF-8")
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();

        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        flowchart TD
                            entry(["Mulai"])
                            capability-order_status[["Check an order"]]
                            checkpoint-order_status-ask["Ask"]
                            handover-support{{"support"}}
                            finish(("Selesai"))
                            entry ==> capability-order_status
                            entry ==>|"asks for a person"| handover-support
                            entry ==>|"tidak ada yang cocok"| capability-order_status
                            capability-order_status --> checkpoint-order_status-ask
                            checkpoint-order_status-ask -->|"the number is known"| finish
                            capability-order_status -->|"the customer is angry"| handover-support
                        """);
    }

    @Test
    void whoHasTheVersionIsNotSentItAgain() {
        builder.get()
                .uri(MAP)
                .header("If-None-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isNotModified();
        builder.get()
                .uri(MAP)
                .accept(MERMAID)
                .header("If-None-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void failureIsAProblemWhateverWasAskedFor() {
        builder.get()
                .uri("/v2/ai_agents/nobody/logic_map")
                .accept(MERMAID)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        builder.get()
                .uri(MAP)
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }
}
