package com.qontak.aiagent.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.SimulatedUpstreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole way of an agent, from a prompt to live and away again; {@code docs/journey.sh} goes it by curl. */
@ServiceTest
@Timeout(60)
class AgentJourneyTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");
    private static final byte[] PDF =
            ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                            + "trailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
    private final InstantSource time = now::get;
    private final WebTestClient specialist;
    private SimulatedUpstreams upstreams;

    @Autowired
    AgentJourneyTests(Environment environment) {
        this.specialist = Api.of(environment).as(1, "specialist");
    }

    @BeforeEach
    void start() {
        upstreams = SimulatedUpstreams.start(time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        upstreams.close();
    }

    @Test
    void agentGoesFromPromptToLiveAndAway() throws IOException {
        ObjectNode pack = (ObjectNode) body(post(
                        "/generate",
                        "{\"prompt\": \"A friendly assistant for a fashion shop: orders and returns\","
                                + " \"language\": \"en\"}"))
                .path("capability_pack");

        pack.withObject("/routing").put("entry_capability_id", "nowhere");
        assertThat(body(post("/validate", with(pack))).at("/findings/0/pointer").asText())
                .isEqualTo("/capability_pack/routing/entry_capability_id");
        post("", saving(pack)).expectStatus().isEqualTo(422);
        pack.withObject("/routing").put("entry_capability_id", "order_status");
        assertThat(body(post("/validate", with(pack))).path("valid").asBoolean())
                .isTrue();

        EntityExchangeResult<byte[]> created =
                post("", saving(pack)).expectStatus().isCreated().expectBody().returnResult();
        String agent =
                String.valueOf(created.getResponseHeaders().getLocation()).replace("/v2/ai_agents", "");
        assertThat(created.getResponseHeaders().getETag()).isEqualTo("\"1\"");

        String snippet = added(post(
                agent + "/resources",
                "{\"kind\": \"snippet\", \"title\": \"Hours\", \"text\": \"Open 9 to 5.\","
                        + " \"capability_ids\": [\"order_status\"]}"));
        String file = added(upload(agent));
        assertThat(body(get(snippet)).path("status").asText()).isEqualTo("queued");
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(5)));
        assertThat(body(get(snippet)).path("status").asText()).isEqualTo("ready");
        assertThat(body(get(file)).path("status").asText()).isEqualTo("ready");

        String events = specialist
                .post()
                .uri("/v2/ai_agents" + agent + "/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .bodyValue("{\"message\": \"Where is my order?\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(events).contains("event:token", "event:trace", "\"capability_id\":\"order_status\"", "event:done");

        expectVersion(conditional(HttpMethod.POST, agent + "/publish", "\"1\"", ""), 200, "\"1\"");
        assertThat(body(get(agent)).path("status").asText()).isEqualTo("live");

        String patch = "{\"capability_pack\": {\"profile\": {\"greeting\": \"Hi!\"}}}";
        expectVersion(conditional(HttpMethod.PATCH, agent, "\"0\"", patch), 412, "\"1\"");
        expectVersion(conditional(HttpMethod.PATCH, agent, "\"1\"", patch), 200, "\"2\"");
        JsonNode patched = body(get(agent));
        assertThat(patched.at("/capability_pack/profile/greeting").asText()).isEqualTo("Hi!");
        assertThat(patched.path("live_version").asLong()).isEqualTo(1);

        assertThat(body(get(agent + "/versions")).at("/meta/total").asLong()).isEqualTo(2);
        JsonNode changes = body(get(agent + "/versions/1/diff/2")).path("changes");
        assertThat(changes.findValuesAsText("pointer")).contains("/profile/greeting");
        expectVersion(conditional(HttpMethod.POST, agent + "/versions/1/restore", "\"2\"", ""), 200, "\"3\"");
        assertThat(body(get(agent)).path("capability_pack")).isEqualTo(pack);

        specialist
                .delete()
                .uri("/v2/ai_agents" + agent)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        conditional(HttpMethod.POST, agent + "/pause", "\"3\"", "")
                .expectStatus()
                .isOk();
        specialist
                .delete()
                .uri("/v2/ai_agents" + agent)
                .exchange()
                .expectStatus()
                .isNoContent();
        get(agent).expectStatus().isNotFound();

        JsonNode trail = body(get(agent + "/activity?per_page=100"));
        assertThat(trail.path("data").findValuesAsText("action"))
                .containsExactly(
                        "agent.delete",
                        "agent.pause",
                        "agent.delete",
                        "agent.restore",
                        "agent.patch",
                        "agent.patch",
                        "agent.publish",
                        "agent.preview",
                        "resource.add",
                        "resource.add",
                        "agent.create");
        assertThat(trail.path("data").findValuesAsText("outcome"))
                .containsExactly(
                        "succeeded",
                        "succeeded",
                        "refused",
                        "succeeded",
                        "succeeded",
                        "refused",
                        "succeeded",
                        "succeeded",
                        "succeeded",
                        "succeeded",
                        "succeeded");
        assertThat(trail.toString()).doesNotContain("Where is my order", "Open 9 to 5", "Hi!");
        assertThat(body(get("/kpis")).at("/agents_built_and_live/value").asLong())
                .isPositive();
    }

    private WebTestClient.ResponseSpec post(String path, String json) {
        return specialist
                .post()
                .uri("/v2/ai_agents" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String path) {
        return specialist.get().uri("/v2/ai_agents" + path).exchange();
    }

    private WebTestClient.ResponseSpec upload(String agent) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", PDF, MediaType.APPLICATION_PDF).filename("returns.pdf");
        return specialist
                .post()
                .uri("/v2/ai_agents" + agent + "/resources")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange();
    }

    private WebTestClient.ResponseSpec conditional(HttpMethod method, String path, String ifMatch, String json) {
        return specialist
                .method(method)
                .uri("/v2/ai_agents" + path)
                .header("If-Match", ifMatch)
                .contentType(method == HttpMethod.PATCH ? MERGE_PATCH : MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private static void expectVersion(WebTestClient.ResponseSpec answer, int status, String entityTag) {
        answer.expectStatus().isEqualTo(status).expectHeader().valueEquals("ETag", entityTag);
    }

    private static String added(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                        .isAccepted()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getLocation())
                .replace("/v2/ai_agents", "");
    }

    private static String with(JsonNode pack) {
        return JSON.createObjectNode().set("capability_pack", pack).toString();
    }

    private static String saving(JsonNode pack) {
        ObjectNode agent = JSON.createObjectNode().put("name", "Toko Maju assistant");
        return agent.set("capability_pack", pack).toString();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) throws IOException {
        return JSON.readTree(
                answer.expectStatus().isOk().expectBody().returnResult().getResponseBodyContent());
    }
}
