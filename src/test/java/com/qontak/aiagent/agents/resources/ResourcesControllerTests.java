package com.qontak.aiagent.agents.resources;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
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
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class ResourcesControllerTests {

    private static final String RESOURCES = "/v2/ai_agents/" + DocumentJson.AGENT + "/resources";
    private static final String SNIPPET =
            """
            {"kind": "snippet", "title": "Jam buka", "text": "Every skill: 09.00", "capability_ids": ["order_status"]}""";

    private final String key = UUID.randomUUID().toString();
    private final Api api;
    private final WebTestClient builder;

    @Autowired
    ResourcesControllerTests(Environment environment) {
        this.api = Api.of(environment);
        this.builder = api.as(1, "bot_builder");
    }

    @BeforeEach
    void agentIsThere() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + DocumentJson.AGENT).willReturn(okJson(DocumentJson.agent(1))));
    }

    @Test
    void resourceIsAnsweredInPublicWords() {
        NONCORE_MRAG.stubFor(get("/v1/documents/doc_1").willReturn(okJson(DocumentJson.document("ready"))));

        builder.get()
                .uri(RESOURCES + "/doc_1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"resource_id": "doc_1", "kind": "file", "title": "skill.pdf", "status": "ready", "error": null,
                         "capability_ids": ["order_status"], "bytes": 48213, "created_at": "2026-11-01T02:03:04Z"}""",
                        JsonCompareMode.STRICT);
        NONCORE_MRAG.verify(getRequestedFor(urlEqualTo("/v1/documents/doc_1"))
                .withHeader("Authorization", equalTo("Bearer noncore-mrag-credential"))
                .withHeader("X-Organization-Id", equalTo("1")));
    }

    @Test
    void listLeavesOutWhatBelongsToAnotherAgent() {
        String list = "{\"documents\": [%s, %s], \"total\": 7}"
                .formatted(
                        DocumentJson.document("queued"),
                        DocumentJson.document("ready").replace(DocumentJson.AGENT, DocumentJson.OTHER_AGENT));
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(list)));

        builder.get()
                .uri(RESOURCES + "?page=2&per_page=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].status")
                .isEqualTo("queued")
                .jsonPath("$.meta.page")
                .isEqualTo(2)
                .jsonPath("$.meta.total")
                .isEqualTo(6);
        NONCORE_MRAG.verify(getRequestedFor(urlPathEqualTo("/v1/documents"))
                .withQueryParam("agent_id", equalTo(DocumentJson.AGENT))
                .withQueryParam("page", equalTo("2"))
                .withQueryParam("per_page", equalTo("5")));
    }

    @ParameterizedTest
    @CsvSource({"GET, /doc_1", "DELETE, /doc_1"})
    void resourceOfAnotherAgentIsNotFoundAndStays(String method, String path) {
        NONCORE_MRAG.stubFor(get("/v1/documents/doc_1")
                .willReturn(
                        okJson(DocumentJson.document("ready").replace(DocumentJson.AGENT, DocumentJson.OTHER_AGENT))));

        builder.method(HttpMethod.valueOf(method))
                .uri(RESOURCES + path)
                .exchange()
                .expectStatus()
                .isNotFound();
        NONCORE_MRAG.verify(0, deleteRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /doc_1", "DELETE, /doc_1", "POST, ''"})
    void agentOfAnotherTenantIsNotFoundAndNothingIsAskedOfItsKnowledge(String method, String path) {
        WebTestClient.RequestBodySpec request =
                api.as(2, "bot_builder").method(HttpMethod.valueOf(method)).uri(RESOURCES + path);
        if (method.equals("POST")) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(SNIPPET);
        }

        request.exchange().expectStatus().isNotFound();
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "owner"})
    void whoBuildsNoAgentsKeepsNoResources(String role) {
        api.as(1, role).get().uri(RESOURCES).exchange().expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doc%2F1", "/a b", "/..;x", "/doc_é"})
    void whatIsNoIdIsNeverAskedFor(String path) {
        builder.get()
                .uri(RESOURCES + "/{id}", path.substring(1))
                .exchange()
                .expectStatus()
                .is4xxClientError();

        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void snippetIsSentInUpstreamWordsAndAcceptedWithItsAddress() {
        NONCORE_MRAG.stubFor(post("/v1/documents").willReturn(okJson(DocumentJson.document("queued"))));

        add(SNIPPET)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", RESOURCES + "/doc_1")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("queued");
        NONCORE_MRAG.verify(postRequestedFor(urlEqualTo("/v1/documents"))
                .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                .withRequestBody(equalToJson(
                        """
                        {"agent_id": "%s", "kind": "snippet", "title": "Jam buka", "text": "Every skill: 09.00",
                         "skill_ids": ["order_status"]}"""
                                .formatted(DocumentJson.AGENT))));
    }

    @Test
    void pageGoesByItsAddressWhenItHasNoTitle() {
        NONCORE_MRAG.stubFor(post("/v1/documents").willReturn(okJson(DocumentJson.document("queued"))));

        add("{\"kind\": \"url\", \"url\": \"http://8.8.8.8/faq\"}")
                .expectStatus()
                .isAccepted();
        NONCORE_MRAG.verify(postRequestedFor(urlEqualTo("/v1/documents"))
                .withRequestBody(equalToJson(
                        "{\"agent_id\": \"%s\", \"kind\": \"url\", \"url\": \"http://8.8.8.8/faq\", \"skill_ids\": []}"
                                .formatted(DocumentJson.AGENT))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("{}", "required", "/kind"),
                Arguments.of("{\"kind\": \"file\"}", "invalid_format", "/kind"),
                Arguments.of("{\"kind\": \"url\", \"url\": \" \"}", "required", "/url"),
                Arguments.of("{\"kind\": \"snippet\", \"title\": \"x\"}", "required", "/text"),
                Arguments.of("{\"kind\": \"snippet\", \"text\": \"x\"}", "required", "/title"),
                Arguments.of(
                        "{\"kind\": \"snippet\", \"title\": \"x\", \"text\": \"" + "y".repeat(10_001) + "\"}",
                        "too_long",
                        "/text"),
                Arguments.of(
                        "{\"kind\": \"url\", \"url\": \"http://8.8.8.8\", \"text\": \"x\"}", "unknown_field", "/text"),
                Arguments.of("{\"kind\": \"url\", \"colour\": \"red\"}", "unknown_field", "/colour"),
                Arguments.of("{\"kind\": \"url\", \"url\": \"http://127.0.0.1/\"}", "url_not_allowed", "/url"),
                Arguments.of(
                        SNIPPET.replace("\"order_status\"", "\"order_status\", \"retur\""),
                        "unknown_capability",
                        "/capability_ids/1"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String body, String code, String pointer) {
        add(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo(code)
                .jsonPath("$.findings[0].pointer")
                .isEqualTo(pointer)
                .jsonPath("$.findings[0].message")
                .value(message -> assertThat((String) message).isNotEqualTo(code));
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void addressAndCapabilityAreBothToldAtOnce() {
        add("{\"kind\": \"url\", \"url\": \"http://10.0.0.1/\", \"capability_ids\": [\"retur\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The content could not be read | en | Its content could not be read.",
                "The content could not be read. | id | Isinya tidak bisa dibaca.",
                "The file is empty | id | Tidak ada isinya.",
                "The page asks for a password | en | It could not be taken in: The page asks for a password",
                "No skill found, sorry. | en | It could not be taken in: No capability found, sorry.",
                "db-7.internal refused | en | It could not be taken in. Add it again; if it fails again, tell support"
                        + " its resource_id.",
                "Traceback: x_y | id | Sumber ini tidak bisa diproses. Tambahkan lagi; jika masih gagal, sampaikan"
                        + " resource_id-nya ke tim dukungan."
            })
    void failureIsToldInPlainWordsOfTheCallersLanguage(String error, String language, String told) {
        String document = DocumentJson.document("failed").replace("\"error\": null", "\"error\": \"" + error + "\"");
        NONCORE_MRAG.stubFor(get("/v1/documents/doc_1").willReturn(okJson(document)));

        builder.get()
                .uri(RESOURCES + "/doc_1")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo(told);
    }

    @Test
    void resourceIsDeleted() {
        NONCORE_MRAG.stubFor(get("/v1/documents/doc_1").willReturn(okJson(DocumentJson.document("ready"))));
        NONCORE_MRAG.stubFor(delete("/v1/documents/doc_1").willReturn(noContent()));

        builder.delete().uri(RESOURCES + "/doc_1").exchange().expectStatus().isNoContent();
        NONCORE_MRAG.verify(1, deleteRequestedFor(urlEqualTo("/v1/documents/doc_1")));
    }

    @Test
    void knowledgeThatIsDownHasItsOwnAnswer() {
        NONCORE_MRAG.stubFor(
                get(urlPathEqualTo("/v1/documents")).willReturn(aResponse().withStatus(503)));

        builder.get()
                .uri(RESOURCES)
                .exchange()
                .expectStatus()
                .isEqualTo(502)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/upstream-failed");
    }

    private WebTestClient.ResponseSpec add(String body) {
        return builder.post()
                .uri(RESOURCES)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
