package com.qontak.aiagent.agents.actions;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.SKILL_PACK;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@TestPropertySource(properties = {"access.allowed-origins=https://app.example", "testing.action-cache-ttl=1h"})
class RememberedActionsTests {

    private final WebTestClient builder;

    @Autowired
    RememberedActionsTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
    }

    @Test
    void readingAnAgentIsOneUpstreamCallOnceItsActionsAreKnown() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(okJson(ActionJson.CATALOGUE)));
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID)
                .willReturn(okJson(agent(1, 3, "draft")
                        .replace(SKILL_PACK, ActionJson.using("{\"action_id\": \"none\"}", SKILL_PACK)))));
        read();
        MEKARI_AGENT.resetRequests();

        read();

        MEKARI_AGENT.verify(1, anyRequestedFor(anyUrl()));
        MEKARI_AGENT.verify(1, getRequestedFor(urlEqualTo("/v1/agents/" + AgentJson.UUID)));
    }

    private void read() {
        builder.get()
                .uri("/v2/ai_agents/" + AgentJson.UUID)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_action");
    }
}
