package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.agents.AgentJson.documents;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class ShippingTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;

    private final WebTestClient builder;
    private final WebTestClient otherTenant;

    @Autowired
    ShippingTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.otherTenant = Api.of(environment).as(2, "bot_builder");
    }

    @BeforeEach
    void upstreamHasVersion3() {
        Upstreams.reset();
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_1"))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
    }

    @Test
    void publishedVersionIsTheLiveOne() {
        MEKARI_AGENT.stubFor(post(UPSTREAM_AGENT + "/publish")
                .willReturn(okJson(agent(1, 3, "live").replace("\"live_version\": null", "\"live_version\": 3"))));

        builder.post()
                .uri(AGENT + "/publish")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("live")
                .jsonPath("$.live_version")
                .isEqualTo(3)
                .jsonPath("$.capability_pack.capabilities[0].capability_id")
                .isEqualTo("order_status");
        MEKARI_AGENT.verify(
                1, postRequestedFor(urlEqualTo(UPSTREAM_AGENT + "/publish")).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void versionWithAnErrorIsNotShipped() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT)
                .willReturn(okJson(agent(1, 3, "draft").replace("\"go_to\": \"done\"", "\"go_to\": \"nowhere\""))));

        builder.post()
                .uri(AGENT + "/publish")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-input")
                .jsonPath("$.findings[?(@.code == 'unknown_checkpoint')].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/next/0/go_to");
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void versionWithAnErrorIsWithdrawnNevertheless() {
        String broken = agent(1, 3, "live").replace("\"go_to\": \"done\"", "\"go_to\": \"nowhere\"");
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(broken)));
        MEKARI_AGENT.stubFor(
                post(UPSTREAM_AGENT + "/pause").willReturn(okJson(broken.replace("\"live\"", "\"paused\""))));

        builder.post()
                .uri(AGENT + "/pause")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("paused")
                .jsonPath("$.live_version")
                .isEmpty()
                .jsonPath("$.findings[?(@.severity == 'error')].code")
                .isEqualTo("unknown_checkpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "pause"})
    void theVersionMeantMustBeNamed(String call) {
        builder.post().uri(AGENT + "/" + call).exchange().expectStatus().isEqualTo(428);
        builder.post()
                .uri(AGENT + "/" + call)
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "pause"})
    void refusalsOfTheUpstreamArePassedOn(String call) {
        MEKARI_AGENT.stubFor(post(UPSTREAM_AGENT + "/" + call)
                .willReturn(aResponse().withStatus(409).withHeader("ETag", "\"3\"")));
        builder.post()
                .uri(AGENT + "/" + call)
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        MEKARI_AGENT.stubFor(post(UPSTREAM_AGENT + "/" + call)
                .willReturn(aResponse().withStatus(412).withHeader("ETag", "\"4\"")));
        builder.post()
                .uri(AGENT + "/" + call)
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"4\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "pause"})
    void agentOfAnotherTenantIsNotFound(String call) {
        otherTenant
                .post()
                .uri(AGENT + "/" + call)
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }
}
