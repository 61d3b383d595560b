package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class AgentReadingTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;
    private static final String ACTION_USED =
            "\"instructions\": \"Ask for the number\", \"actions\": [{\"action_id\": \"create_ticket\"}]";

    private final Api api;
    private final WebTestClient builder;

    @Autowired
    AgentReadingTests(Environment environment) {
        this.api = Api.of(environment);
        this.builder = api.as(1, "bot_builder");
    }

    @BeforeEach
    void forgetUpstreams() {
        Upstreams.reset();
    }

    @Test
    void agentThatIsAsItWasIsAnsweredAlikeAndTheStoreIsAskedEveryTime() {
        store(agent(1, 3, "draft"));

        String first = read();
        String second = read();

        assertThat(second).isEqualTo(first).contains("\"version\":3");
        MEKARI_AGENT.verify(2, getRequestedFor(urlEqualTo(UPSTREAM_AGENT)));
    }

    @Test
    void publishedAgentIsAnsweredLiveThoughItsVersionIsTheSame() {
        store(agent(1, 3, "draft"));
        read();
        store(agent(1, 3, "live"));

        assertThat(read()).contains("\"status\":\"live\"", "\"version\":3");
    }

    @Test
    void rememberedAnswerIsNotGivenToAnotherTenant() {
        store(agent(1, 3, "draft"));
        read();

        api.as(2, "bot_builder").get().uri(AGENT).exchange().expectStatus().isNotFound();
    }

    @Test
    void findingsFollowTheActionsThereAre() {
        store(agent(1, 4, "draft").replace("\"instructions\": \"Ask for the number\"", ACTION_USED));
        actions("create_ticket");
        assertThat(read()).doesNotContain("unknown_action");

        actions("create_deal");

        assertThat(read()).contains("unknown_action");
    }

    @Test
    void eachCallerIsAnsweredInTheirLanguage() {
        store(agent(1, 5, "draft").replace("asks for a person", "person"));

        String english = read();
        String indonesian = builder.get()
                .uri(AGENT)
                .header("Accept-Language", "id")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(english).contains("vague_condition");
        assertThat(indonesian).contains("vague_condition").isNotEqualTo(english);
        assertThat(read()).isEqualTo(english);
    }

    @Test
    void brokenAnswerIsNotCoveredUpByTheLastGoodOne() {
        store(agent(1, 6, "draft"));
        read();
        store("{\"agent_id\": ");

        builder.get().uri(AGENT).exchange().expectStatus().isEqualTo(502);
    }

    @Test
    void nameGivenTwiceIsABrokenAnswer() {
        store(agent(1, 7, "draft")
                .replace("\"name\": \"Toko Maju\", \"status\"", "\"name\": \"a\", \"name\": \"b\", \"status\""));

        builder.get().uri(AGENT).exchange().expectStatus().isEqualTo(502);
    }

    @Test
    void headAnswersTheHeadersAlone() {
        store(agent(1, 3, "draft"));

        builder.head()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .isEmpty();
    }

    @Test
    void rememberedAnswerCarriesEveryHeader() {
        store(agent(1, 3, "draft"));
        read();

        builder.get()
                .uri(AGENT)
                .exchange()
                .expectHeader()
                .valueEquals("Content-Type", "application/json")
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .exists("Strict-Transport-Security")
                .expectHeader()
                .exists("X-Request-Id")
                .expectHeader()
                .exists("RateLimit-Remaining");
    }

    private static void store(String agent) {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent)));
    }

    private static void actions(String actionId) {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions"))
                .willReturn(okJson(
                        """
                                {"actions": [{"action_id": "%s", "group": "mekari_qontak", "name": "A", "description": "B",
                                              "inputs": {"type": "object"}, "auth": "company_token", "state": "ready"}],
                                 "total": 1}"""
                                .formatted(actionId))));
    }

    private String read() {
        return builder.get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
