package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.CAPABILITY_PACK;
import static com.qontak.aiagent.agents.AgentJson.SKILL_PACK;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.agents.AgentJson.documents;
import static com.qontak.aiagent.agents.AgentJson.save;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class AgentsControllerTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;

    private final Api api;
    private final WebTestClient builder;

    @Autowired
    AgentsControllerTests(Environment environment) {
        this.api = Api.of(environment);
        this.builder = api.as(1, "bot_builder");
    }

    @BeforeEach
    void forgetUpstreams() {
        Upstreams.reset();
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_1"))));
    }

    @Test
    void agentIsAnsweredInPublicWordsWithItsVersionAsEntityTag() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));

        builder.get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .jsonPath("$.ai_agent_uuid")
                .isEqualTo(AgentJson.UUID)
                .jsonPath("$.mode")
                .isEqualTo("autonomous")
                .jsonPath("$.engine_version")
                .isEqualTo(2)
                .jsonPath("$.live_version")
                .isEmpty()
                .jsonPath("$.created_at")
                .isEqualTo("2026-11-01T02:03:04Z")
                .jsonPath("$.capability_pack")
                .value(pack -> assertThat(pack).hasToString(parsed(CAPABILITY_PACK)))
                .jsonPath("$.organization_id")
                .doesNotExist();
    }

    @Test
    void everyCallCarriesOurCredentialTheTenantTheActorAndATrace() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));

        builder.get()
                .uri(AGENT)
                .header("X-Request-Id", "request-7")
                .exchange()
                .expectStatus()
                .isOk();

        MEKARI_AGENT.verify(
                1,
                getRequestedFor(urlEqualTo(UPSTREAM_AGENT))
                        .withHeader("Authorization", equalTo("Bearer mekari-agent-credential"))
                        .withHeader("X-Organization-Id", equalTo("1"))
                        .withHeader("X-Actor-Id", equalTo("bot_builder-1"))
                        .withHeader("X-Request-Id", equalTo("request-7"))
                        .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")));
    }

    @Test
    void unchangedAgentIsNotAnsweredAgain() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));

        builder.get()
                .uri(AGENT)
                .header("If-None-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .isEmpty();
    }

    @Test
    void agentOfAnotherTenantIsNotFoundEvenWhenTheUpstreamAnswersIt() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));

        api.as(2, "bot_builder")
                .get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found")
                .jsonPath("$.capability_pack")
                .doesNotExist();
    }

    @Test
    void idThatIsNoUuidIsNotFoundAndNeverSentUpstream() {
        builder.get().uri("/v2/ai_agents/not-a-uuid").exchange().expectStatus().isNotFound();

        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void listLeavesOutWhatIsNotTheTenants() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents"))
                .willReturn(okJson(
                        "{\"agents\": [%s, %s], \"total\": 2}".formatted(agent(1, 1, "live"), agent(2, 1, "live")))));

        builder.get()
                .uri("/v2/ai_agents?page=2&per_page=10&query=Toko Maju&status=live")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].status")
                .isEqualTo("live")
                .jsonPath("$.meta.page")
                .isEqualTo(2)
                .jsonPath("$.meta.per_page")
                .isEqualTo(10)
                .jsonPath("$.meta.total")
                .isEqualTo(1);
        MEKARI_AGENT.verify(getRequestedFor(urlPathEqualTo("/v1/agents"))
                .withQueryParam("organization_id", equalTo("1"))
                .withQueryParam("page", equalTo("2"))
                .withQueryParam("per_page", equalTo("10"))
                .withQueryParam("query", equalTo("Toko Maju"))
                .withQueryParam("status", equalTo("live")));
    }

    @Test
    void parametersOutOfRangeAreAllNamedAtOnce() {
        builder.get()
                .uri("/v2/ai_agents?page=0&per_page=101")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/page")
                .jsonPath("$.findings[1].pointer")
                .isEqualTo("/per_page");
    }

    @Test
    void newAgentIsSentInUpstreamWordsAndAnsweredWithItsAddress() {
        MEKARI_AGENT.stubFor(post("/v1/agents")
                .willReturn(
                        created().withHeader("Content-Type", "application/json").withBody(agent(1, 1, "draft"))));

        builder.post()
                .uri("/v2/ai_agents")
                .header("Idempotency-Key", "save-an-agent")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(CAPABILITY_PACK))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", AGENT)
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        MEKARI_AGENT.verify(postRequestedFor(urlEqualTo("/v1/agents"))
                .withHeader("Idempotency-Key", matching(".+"))
                .withRequestBody(equalToJson("{\"name\": \"Toko Maju\", \"skill_pack\": " + SKILL_PACK + "}")));
    }

    @Test
    void wrongPackIsRefusedWithAllFindingsAndNothingIsSent() {
        String wrong = CAPABILITY_PACK
                .replace("\"go_to\": \"done\"", "\"go_to\": \"nowhere\"")
                .replace("\"entry_capability_id\": \"order_status\"", "\"entry_capability_id\": \"sales\"");

        builder.post()
                .uri("/v2/ai_agents")
                .header("Accept-Language", "id")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \" \", \"capability_pack\": " + wrong + "}")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Masukan perlu diperbaiki")
                .jsonPath("$.findings[?(@.code == 'required')].pointer")
                .isEqualTo("/name")
                .jsonPath("$.findings[?(@.code == 'unknown_checkpoint')].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/next/0/go_to")
                .jsonPath("$.findings[?(@.code == 'unknown_capability')].pointer")
                .isEqualTo("/capability_pack/routing/entry_capability_id");
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void replaceWithoutIfMatchIsRefused() {
        builder.put()
                .uri(AGENT)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(CAPABILITY_PACK))
                .exchange()
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/if-match-required");
    }

    @Test
    void replaceOfAStaleVersionChangesNothingAndTellsTheCurrentOne() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));

        builder.put()
                .uri(AGENT)
                .header("If-Match", "\"2\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(CAPABILITY_PACK))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void replaceThatLosesARaceUpstreamAnswersTheCurrentVersion() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(
                put(UPSTREAM_AGENT).willReturn(aResponse().withStatus(412).withHeader("ETag", "\"4\"")));

        builder.put()
                .uri(AGENT)
                .header("If-Match", "\"3\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(CAPABILITY_PACK))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"4\"");
    }

    @Test
    void replaceOfTheCurrentVersionSavesANewOne() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(put(UPSTREAM_AGENT).willReturn(okJson(agent(1, 4, "draft"))));

        builder.put()
                .uri(AGENT)
                .header("If-Match", "\"3\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(CAPABILITY_PACK))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"4\"");
        MEKARI_AGENT.verify(putRequestedFor(urlEqualTo(UPSTREAM_AGENT)).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void liveAgentIsNotDeleted() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "live"))));

        builder.delete()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/agent-is-live");
        MEKARI_AGENT.verify(0, deleteRequestedFor(anyUrl()));
    }

    @Test
    void pausedAgentIsDeleted() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "paused"))));
        MEKARI_AGENT.stubFor(delete(UPSTREAM_AGENT).willReturn(noContent()));

        builder.delete().uri(AGENT).exchange().expectStatus().isNoContent();
        MEKARI_AGENT.verify(deleteRequestedFor(urlEqualTo(UPSTREAM_AGENT)).withHeader("If-Match", equalTo("\"3\"")));
    }

    private static String parsed(String json) {
        return JsonPath.parse(json).read("$").toString();
    }
}
