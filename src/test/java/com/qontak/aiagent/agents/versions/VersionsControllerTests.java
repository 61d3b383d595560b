package com.qontak.aiagent.agents.versions;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.SKILL_PACK;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.agents.AgentJson.documents;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;

import com.qontak.aiagent.agents.AgentJson;
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
class VersionsControllerTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String VERSIONS = "/v2/ai_agents/" + AgentJson.UUID + "/versions";

    private final WebTestClient builder;
    private final WebTestClient otherTenant;

    @Autowired
    VersionsControllerTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.otherTenant = Api.of(environment).as(2, "bot_builder");
    }

    @BeforeEach
    void upstreamHasThreeVersions() {
        Upstreams.reset();
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_1"))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/3").willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/2").willReturn(okJson(second())));
    }

    @Test
    void versionsAreListedByPage() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo(UPSTREAM_AGENT + "/versions"))
                .willReturn(okJson("{\"versions\": [%s, %s], \"total\": 3}"
                        .formatted(agent(1, 3, "draft"), agent(1, 2, "live")))));

        builder.get()
                .uri(VERSIONS + "?page=1&per_page=2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(2)
                .jsonPath("$.data[0].version")
                .isEqualTo(3)
                .jsonPath("$.data[0].name")
                .isEqualTo("Toko Maju")
                .jsonPath("$.data[1].status")
                .isEqualTo("live")
                .jsonPath("$.data[1].updated_at")
                .isEqualTo("2026-11-02T03:04:05Z")
                .jsonPath("$.data[1].updated_by")
                .isEqualTo("bot_builder-1")
                .jsonPath("$.data[0].capability_pack")
                .doesNotExist()
                .jsonPath("$.meta.total")
                .isEqualTo(3);
        MEKARI_AGENT.verify(getRequestedFor(urlPathEqualTo(UPSTREAM_AGENT + "/versions"))
                .withQueryParam("page", equalTo("1"))
                .withQueryParam("per_page", equalTo("2")));
    }

    @Test
    void whatLiesBehindTheLastPageIsAnsweredToItsOwnTenantAlone() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo(UPSTREAM_AGENT + "/versions"))
                .willReturn(okJson("{\"versions\": [], \"total\": 3}")));

        builder.get()
                .uri(VERSIONS + "?page=9")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(0)
                .jsonPath("$.meta.total")
                .isEqualTo(3);
        otherTenant.get().uri(VERSIONS + "?page=9").exchange().expectStatus().isNotFound();
    }

    @Test
    void versionIsAnsweredLikeAnAgent() {
        builder.get()
                .uri(VERSIONS + "/2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Toko Lama")
                .jsonPath("$.capability_pack.profile.tone")
                .isEqualTo("formal")
                .jsonPath("$.findings")
                .isArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/versions/0",
                "/versions/x",
                "/versions/-1",
                "/versions/1/diff/x",
                "/versions/99999999999999999999"
            })
    void whatIsNoNumberIsNoVersion(String path) {
        builder.get()
                .uri("/v2/ai_agents/" + AgentJson.UUID + path)
                .exchange()
                .expectStatus()
                .isNotFound();
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void differenceTellsEachChangeInTheCallersLanguage() {
        builder.get()
                .uri(VERSIONS + "/2/diff/3")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.from_version")
                .isEqualTo(2)
                .jsonPath("$.to_version")
                .isEqualTo(3)
                .jsonPath("$.name.before")
                .isEqualTo("Toko Lama")
                .jsonPath("$.name.after")
                .isEqualTo("Toko Maju")
                .jsonPath("$.changes.length()")
                .isEqualTo(1)
                .jsonPath("$.changes[0].kind")
                .isEqualTo("replace")
                .jsonPath("$.changes[0].section")
                .isEqualTo("profile")
                .jsonPath("$.changes[0].pointer")
                .isEqualTo("/profile/tone")
                .jsonPath("$.changes[0].before")
                .isEqualTo("formal")
                .jsonPath("$.changes[0].after")
                .isEqualTo("friendly")
                .jsonPath("$.changes[0].operations[0].op")
                .isEqualTo("replace")
                .jsonPath("$.changes[0].summary")
                .isNotEmpty();
    }

    @Test
    void versionDoesNotDifferFromItself() {
        builder.get()
                .uri(VERSIONS + "/3/diff/3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changes")
                .isEmpty()
                .jsonPath("$.name")
                .doesNotExist();
    }

    @Test
    void restoringMakesANewVersionOfTheOldContent() {
        MEKARI_AGENT.stubFor(put(UPSTREAM_AGENT).willReturn(okJson(agent(1, 4, "draft"))));

        builder.post()
                .uri(VERSIONS + "/2/restore")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"4\"");
        MEKARI_AGENT.verify(
                1,
                putRequestedFor(urlEqualTo(UPSTREAM_AGENT))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(equalToJson("{\"name\": \"Toko Lama\", \"skill_pack\": "
                                + SKILL_PACK.replace("\"friendly\"", "\"formal\"") + "}")));
    }

    @Test
    void versionThatBreaksTodaysRulesIsNotRestored() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/2")
                .willReturn(okJson(second().replace("\"go_to\": \"done\"", "\"go_to\": \"nowhere\""))));

        builder.post()
                .uri(VERSIONS + "/2/restore")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[?(@.code == 'unknown_checkpoint')].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/next/0/go_to");
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void restoringNeedsTheNewestVersionInIfMatch() {
        builder.post().uri(VERSIONS + "/2/restore").exchange().expectStatus().isEqualTo(428);
        builder.post()
                .uri(VERSIONS + "/2/restore")
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void anotherVersionThanTheOneAskedForIsABrokenAnswer() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/2").willReturn(okJson(agent(1, 1, "draft"))));

        builder.get().uri(VERSIONS + "/2").exchange().expectStatus().isEqualTo(502);
    }

    @Test
    void versionsOfAnotherTenantAreNotFound() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo(UPSTREAM_AGENT + "/versions"))
                .willReturn(okJson("{\"versions\": [%s], \"total\": 1}".formatted(agent(1, 3, "draft")))));

        otherTenant.get().uri(VERSIONS).exchange().expectStatus().isNotFound();
        otherTenant.get().uri(VERSIONS + "/2").exchange().expectStatus().isNotFound();
        otherTenant.get().uri(VERSIONS + "/2/diff/3").exchange().expectStatus().isNotFound();
        otherTenant
                .post()
                .uri(VERSIONS + "/2/restore")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }

    private static String second() {
        return agent(1, 2, "draft")
                .replace("\"Toko Maju\", \"status\"", "\"Toko Lama\", \"status\"")
                .replace("\"friendly\"", "\"formal\"");
    }
}
