package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
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
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceTest
class AgentPatchTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;

    private final WebTestClient builder;
    private final WebTestClient otherTenant;

    @Autowired
    AgentPatchTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.otherTenant = Api.of(environment).as(2, "bot_builder");
    }

    @BeforeEach
    void upstreamHasVersion3() {
        Upstreams.reset();
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_1"))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(put(UPSTREAM_AGENT).willReturn(okJson(agent(1, 4, "draft"))));
    }

    @Test
    void onlyWhatThePatchNamesIsChanged() {
        patch("{\"capability_pack\": {\"profile\": {\"tone\": \"formal\"}}}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"4\"")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(4);

        verifySaved("Toko Maju", SKILL_PACK.replace("\"friendly\"", "\"formal\""));
    }

    @Test
    void olderWordChangesTheFieldItMeans() {
        patch("{\"capability_pack\": {\"profile\": {\"model_tier\": \"advanced\"}}}")
                .expectStatus()
                .isOk();

        verifySaved("Toko Maju", SKILL_PACK.replace("\"standard\"", "\"advanced\""));
    }

    @Test
    void bothSpellingsInOnePatchAreRefused() {
        patch("{\"capability_pack\": {\"profile\": {\"model_tier\": \"advanced\", \"engine_tier\": \"light\"}}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("conflicting_alias")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/profile/engine_tier");
        verifyNothingSaved();
    }

    @Test
    void renamingLeavesThePackAlone() {
        patch("{\"name\": \"Toko Baru\"}").expectStatus().isOk();

        verifySaved("Toko Baru", SKILL_PACK);
    }

    @Test
    void patchThatChangesNothingSavesNothing() {
        patch("{\"name\": \"Toko Maju\", \"capability_pack\": {\"profile\": {\"tone\": \"friendly\"}}}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(3);
        verifyNothingSaved();
    }

    @Test
    void findingsPointIntoTheResult() {
        patch("{\"capability_pack\": {\"routing\": {\"entry_capability_id\": \"sales\"}}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[?(@.code == 'unknown_capability')].pointer")
                .isEqualTo("/capability_pack/routing/entry_capability_id");
        verifyNothingSaved();
    }

    @Test
    void resourceTheAgentDoesNotHaveIsRefused() {
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_2"))));

        patch("{\"name\": \"Toko Baru\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_resource")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/resource_ids/0");
        verifyNothingSaved();
    }

    @Test
    void nothingIsSavedUncheckedWhileTheResourcesCannotBeListed() {
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(forbidden()));

        patch("{\"name\": \"Toko Baru\"}").expectStatus().isEqualTo(502);
        verifyNothingSaved();
    }

    @Test
    void resourcesThatNeverEndAreNotFollowedForEver() {
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents"))
                .willReturn(okJson(documents("doc_1").replaceAll("\"total\": ?\\d+", "\"total\": 1000000"))));

        patch("{\"name\": \"Toko Baru\"}").expectStatus().isEqualTo(502);
        NONCORE_MRAG.verify(100, getRequestedFor(urlPathEqualTo("/v1/documents")));
        verifyNothingSaved();
    }

    @Test
    void packWithoutResourcesDoesNotNeedThem() {
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(forbidden()));

        patch("{\"capability_pack\": {\"capabilities\": [], \"routing\": {\"entry_capability_id\": null,"
                        + " \"fallback\": {\"type\": \"end\", \"capability_id\": null}}}}")
                .expectStatus()
                .value(status -> assertThat(status).isNotEqualTo(502));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"status\": \"live\"} | unknown_field | /status",
                "{\"name\": null} | required | /name",
                "{\"name\": {}} | required | /name",
                "{\"capability_pack\": null} | invalid_format | /capability_pack",
                "{\"capability_pack\": {\"profile\": null}} | required | /capability_pack/profile",
                "[] | invalid_format | ''"
            })
    void patchThatLeavesNoAgentIsRefused(String patch, String code, String pointer) {
        patch(patch)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo(code)
                .jsonPath("$.findings[0].pointer")
                .isEqualTo(pointer.replace("''", ""));
        verifyNothingSaved();
    }

    @Test
    void anotherContentTypeIsNotAMergePatch() {
        builder.patch()
                .uri(AGENT)
                .header("If-Match", "\"3\"")
                .header("Content-Type", "application/json")
                .bodyValue("{\"name\": \"Toko Baru\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .valueEquals("Accept-Patch", "application/merge-patch+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unsupported-media-type");
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("excesses")
    void excessiveOnesAreRefusedWithoutBeingRead(String patch, int findings) {
        patch(patch)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings.length()")
                .isEqualTo(findings);
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    static Stream<Arguments> excesses() {
        String unknown = IntStream.range(0, 5000)
                .mapToObj(field -> "\"f" + field + "\": 1")
                .collect(joining(","));
        String reserved = "{\"skills\": 0}" + ", {\"skills\": 0}".repeat(20_000);
        return Stream.of(
                Arguments.of("{" + unknown + "}", 100),
                Arguments.of("{\"capability_pack\": {\"" + "n".repeat(20_000) + "\": [" + reserved + "]}}", 1),
                Arguments.of("{\"capability_pack\": " + "[".repeat(500) + "]".repeat(500) + "}", 1),
                Arguments.of("{\"capability_pack\": {\"a\": \"" + "x".repeat(1024 * 1024) + "\"}}", 1));
    }

    @Test
    void patchWithoutIfMatchIsRefusedAndNothingIsAsked() {
        builder.patch()
                .uri(AGENT)
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue("{\"name\": \"Toko Baru\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void stalePatchTellsTheCurrentVersion() {
        patch(builder, "\"2\"", "{\"name\": \"Toko Baru\"}")
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
        verifyNothingSaved();
    }

    @Test
    void patchThatLosesARaceUpstreamTellsTheCurrentVersion() {
        MEKARI_AGENT.stubFor(
                put(UPSTREAM_AGENT).willReturn(aResponse().withStatus(412).withHeader("ETag", "\"5\"")));

        patch("{\"name\": \"Toko Baru\"}")
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"5\"");
    }

    @Test
    void agentOfAnotherTenantIsNotFound() {
        patch(otherTenant, "\"3\"", "{\"name\": \"Toko Baru\"}").expectStatus().isNotFound();
        verifyNothingSaved();
    }

    private ResponseSpec patch(String patch) {
        return patch(builder, "\"3\"", patch);
    }

    private static ResponseSpec patch(WebTestClient caller, String ifMatch, String patch) {
        return caller.patch()
                .uri(AGENT)
                .header("If-Match", ifMatch)
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(patch)
                .exchange();
    }

    private static void verifySaved(String name, String skillPack) {
        MEKARI_AGENT.verify(
                1,
                putRequestedFor(urlEqualTo(UPSTREAM_AGENT))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(
                                equalToJson("{\"name\": \"%s\", \"skill_pack\": %s}".formatted(name, skillPack))));
    }

    private static void verifyNothingSaved() {
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }
}
