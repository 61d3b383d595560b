package com.qontak.aiagent.access;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every call on an agent, made with a token of another tenant while the upstreams answer whatever they are asked: a 404,
 * and nothing is changed upstream. A call that is added to the API without a row here fails the build.
 */
@ServiceTest
class TenancyTests {

    private static final String UUID = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";
    private static final String AGENT = "/v2/ai_agents/{ai_agent_uuid}";
    private static final String SAVE =
            """
            {"name": "Toko Maju",
             "capability_pack": {"schema_version": 1, "profile": {"name": "Toko Maju"}, "capabilities": [],
                                 "routing": {"fallback": {"type": "handover", "division": "support"}}}}""";
    private static final String CHANGE =
            """
            {"changes": [{"change_id": "x", "section": "profile", "kind": "remove", "pointer": "/profile/name",
                          "operations": []}]}""";

    /** The calls on an agent, and a body each of them would accept. */
    private static final Map<String, String> CALLS = calls();

    private final WebTestClient stranger;

    @Autowired
    TenancyTests(Environment environment) {
        this.stranger = Api.of(environment).as(2, "specialist");
    }

    @BeforeEach
    void answerEverybody() {
        Upstreams.reset();
        String agent =
                """
                {"agent_id": "%s", "organization_id": 1, "name": "Toko Maju", "status": "draft", "version": 1,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": null, "skill_pack": {}, "versions": [], "total": 0}"""
                        .formatted(UUID);
        MEKARI_AGENT.stubFor(any(anyUrl()).willReturn(okJson(agent)));
        NONCORE_MRAG.stubFor(any(anyUrl())
                .willReturn(okJson(
                        "{\"document_id\": \"doc_1\", \"agent_id\": \"%s\", \"kind\": \"snippet\",".formatted(UUID)
                                + " \"title\": \"x\", \"status\": \"ready\", \"skill_ids\": [], \"bytes\": 1,"
                                + " \"created_at\": \"2026-11-02T03:04:05Z\", \"documents\": [], \"total\": 0}")));
        CHATBOT_AI.stubFor(any(anyUrl()).willReturn(okJson("{\"reply\": \"x\", \"skill_pack\": {}}")));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents/.*/versions"))
                .willReturn(okJson("{\"versions\": [" + agent + "], \"total\": 1}")));
    }

    @AfterEach
    void forget() {
        Upstreams.reset();
    }

    static Stream<Map.Entry<String, String>> rows() {
        return CALLS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void callOnAnotherTenantsAgentIsNotFound(Map.Entry<String, String> row) {
        String[] call = row.getKey().split(" ");
        String path = call[1].replace("{ai_agent_uuid}", UUID)
                .replaceAll("\\{(version|from|to)}", "1")
                .replace("{resource_id}", "doc_1");
        boolean patch = call[0].equals("PATCH");
        WebTestClient.RequestBodySpec request =
                stranger.method(HttpMethod.valueOf(call[0])).uri(path).header("If-Match", "\"1\"");
        if (!row.getValue().isEmpty()) {
            request.contentType(MediaType.parseMediaType(patch ? "application/merge-patch+json" : "application/json"))
                    .bodyValue(row.getValue());
        }

        String body = request.exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains("/problems/not-found").doesNotContain("Toko Maju");
        for (WireMockServer upstream : new WireMockServer[] {MEKARI_AGENT, NONCORE_MRAG, CHATBOT_AI}) {
            upstream.verify(0, putRequestedFor(anyUrl()));
            upstream.verify(0, postRequestedFor(anyUrl()));
            upstream.verify(0, deleteRequestedFor(anyUrl()));
        }
    }

    @Test
    void everyCallOnAnAgentHasARow() throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("docs", "openapi.yaml")))
                .path("paths");
        TreeSet<String> documented = new TreeSet<>();
        paths.properties().stream()
                .filter(path -> path.getKey().contains("{ai_agent_uuid}"))
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(documented).isNotEmpty().isEqualTo(new TreeSet<>(CALLS.keySet()));
    }

    private static Map<String, String> calls() {
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("GET " + AGENT, "");
        calls.put("PUT " + AGENT, SAVE);
        calls.put("PATCH " + AGENT, "{\"name\": \"Mine now\"}");
        calls.put("DELETE " + AGENT, "");
        calls.put("POST " + AGENT + "/publish", "");
        calls.put("POST " + AGENT + "/pause", "");
        calls.put("GET " + AGENT + "/versions", "");
        calls.put("GET " + AGENT + "/versions/{version}", "");
        calls.put("GET " + AGENT + "/versions/{from}/diff/{to}", "");
        calls.put("POST " + AGENT + "/versions/{version}/restore", "");
        calls.put("POST " + AGENT + "/preview", "{\"message\": \"Hello\"}");
        calls.put("POST " + AGENT + "/refine", "{\"message\": \"Make it shorter\"}");
        calls.put("POST " + AGENT + "/refine/apply", CHANGE);
        calls.put("GET " + AGENT + "/resources", "");
        calls.put("POST " + AGENT + "/resources", "{\"kind\": \"snippet\", \"title\": \"x\", \"text\": \"y\"}");
        calls.put("GET " + AGENT + "/resources/{resource_id}", "");
        calls.put("DELETE " + AGENT + "/resources/{resource_id}", "");
        calls.put("GET " + AGENT + "/activity", "");
        return calls;
    }
}
