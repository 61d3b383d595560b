package com.qontak.aiagent.agents.migration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Timeout(60)
class MigrationControllerTests {

    private static final String MIGRATIONS = "/v2/ai_agents/migrations";
    private static final String CATALOGUE =
            """
            {"actions": [{"action_id": "resolve_conversation", "group": "mekari_qontak", "name": "Resolve",
                          "inputs": {"type": "object"}, "auth": "company_token", "state": "ready"}], "total": 1}""";

    private final Api api;
    private final JdbcClient rows;
    private final int port;
    private final String pathId = "path-" + UUID.randomUUID();

    @Autowired
    MigrationControllerTests(Environment environment, JdbcClient rows) {
        this.api = Api.of(environment);
        this.rows = rows;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void upstreamMakesAnAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(okJson(CATALOGUE)));
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(1, 1, "draft"))));
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(okJson(agent(1, 4, "live"))));
    }

    @Test
    void previewShowsThePackAndEveryNodeThatIsNotExact() throws IOException {
        JsonNode preview = body(send(1, MIGRATIONS + "/preview", diagram()), 200);

        assertThat(preview.at("/capability_pack/capabilities/0/capability_id").asText())
                .isEqualTo("cek_pesanan");
        assertThat(preview.path("findings")).isEmpty();
        assertThat(preview.path("report"))
                .isEqualTo(
                        Trees.json(
                                """
                                {'mapped': 10, 'approximated': 1, 'unmapped': 0, 'coverage': 0.9091,
                                 'nodes': [{'id': 'br_3', 'kind': 'bot_response',
                                   'pointer': '/tree_diagram/tree/children/0/children/0/children/0/children/0',
                                   'outcome': 'approximated', 'codes': ['api'],
                                   'reason': 'The call to another system is not connected.',
                                   'what_to_do': 'Bind an action to this checkpoint by hand, and take the remark out of its instructions.'}],
                                 'settings': [{'pointer': '/tree_diagram/channels', 'code': 'channels',
                                   'reason': 'An agent of the new kind is not bound to channels here.',
                                   'what_to_do': 'Choose the channels when the agent goes live.'},
                                  {'pointer': '/tree_diagram/operational_time_type', 'code': 'operational_time',
                                   'reason': 'The hours in which the agent works are not part of its configuration.',
                                   'what_to_do': 'Set them where the channels are set.'}]}"""));
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void treeIsSavedAsADraftThatRemembersItsOrigin() throws IOException {
        EntityExchangeResult<byte[]> saved = send(1, MIGRATIONS, diagram());

        JsonNode body = body(saved, 201);
        assertThat(saved.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(saved.getResponseHeaders().getLocation()).hasToString("/v2/ai_agents/" + AgentJson.UUID);
        assertThat(body.path("ai_agent_uuid").asText()).isEqualTo(AgentJson.UUID);
        assertThat(body.path("status").asText()).isEqualTo("draft");
        assertThat(body.at("/report/coverage").decimalValue()).isEqualByComparingTo("0.9091");
        MEKARI_AGENT.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/agents"))
                        .withRequestBody(matchingJsonPath("$.name", equalTo("Toko Baru")))
                        .withRequestBody(matchingJsonPath("$.skill_pack.skills[0].skill_id", equalTo("cek_pesanan"))));
        assertThat(origin())
                .containsEntry("ai_agent_uuid", UUID.fromString(AgentJson.UUID))
                .containsEntry("version", 1L)
                .containsEntry("migrated_by", "specialist-1")
                .containsEntry("generation", 0);
        assertThat(migrations()).isEqualTo(1);
    }

    @Test
    void sameTreeAgainAnswersTheAgentAsItIsNow() throws IOException {
        body(send(1, MIGRATIONS, diagram()), 201);
        EntityExchangeResult<byte[]> again = send(1, MIGRATIONS, diagram());

        assertThat(body(again, 200).path("version").asLong()).isEqualTo(4);
        assertThat(again.getResponseHeaders().getETag()).isEqualTo("\"4\"");
        assertThat(again.getResponseHeaders().getLocation()).hasToString("/v2/ai_agents/" + AgentJson.UUID);
        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
        assertThat(migrations()).isEqualTo(1);
    }

    @Test
    void treesOfTwoTenantsAreTwoTrees() throws IOException {
        body(send(1, MIGRATIONS, diagram()), 201);
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(2, 1, "draft"))));
        body(send(2, MIGRATIONS, diagram()), 201);

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
        MEKARI_AGENT.verify(0, getRequestedFor(urlEqualTo("/v1/agents/" + AgentJson.UUID)));
    }

    @Test
    void manyAtOnceMakeOneAgent() {
        MEKARI_AGENT.stubFor(
                post("/v1/agents").willReturn(okJson(agent(1, 1, "draft")).withFixedDelay(300)));

        List<Integer> together = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> send(1, MIGRATIONS, diagram()).getStatus().value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(together).containsExactly(200, 200, 200, 200, 200, 201);
        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void runAfterAFailedOneSendsTheSameKey() throws IOException {
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(serverError()));
        body(send(1, MIGRATIONS, diagram()), 502);
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(1, 1, "draft"))));
        body(send(1, MIGRATIONS, diagram()), 201);

        assertThat(keys()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(keys().stream().distinct()).hasSize(1);
    }

    @Test
    void runAfterOneThatTimedOutSendsTheSameKey() throws IOException {
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(aResponse().withFixedDelay(3_000)));
        body(send(1, MIGRATIONS, diagram()), 504);
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(1, 1, "draft"))));
        body(send(1, MIGRATIONS, diagram()), 201);

        assertThat(keys().stream().distinct()).hasSize(1);
    }

    @Test
    void runThatDiedIsTakenOverOnceItsLockIsOver() throws IOException {
        claimed("now() - interval '1 second'");

        body(send(1, MIGRATIONS, diagram()), 201);
    }

    @Test
    void runThatHoldsTheTreeTooLongIsNotWaitedFor() throws IOException {
        claimed("now() + interval '1 hour'");
        EntityExchangeResult<byte[]> refused = send(1, MIGRATIONS, diagram());

        assertThat(body(refused, 409).path("type").asText()).isEqualTo("/problems/request-in-progress");
        assertThat(refused.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void agentThatWasDeletedIsMadeAnewWithAnotherKey() throws IOException {
        body(send(1, MIGRATIONS, diagram()), 201);
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(notFound()));
        body(send(1, MIGRATIONS, diagram()), 201);

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
        assertThat(origin()).containsEntry("generation", 1);
    }

    @Test
    void agentThatCannotBeReadIsNotMadeAnew() throws IOException {
        body(send(1, MIGRATIONS, diagram()), 201);
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(serverError()));

        body(send(1, MIGRATIONS, diagram()), 502);
        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void agentOfAnotherTenantIsNotAnswered() throws IOException {
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(2, 1, "draft"))));

        body(send(1, MIGRATIONS, diagram()), 404);
        assertThat(origin()).containsEntry("ai_agent_uuid", null);
    }

    @Test
    void agentThatIsOnceAnsweredAsAnotherTenantsIsNotMadeASecondTime() throws IOException {
        body(send(1, MIGRATIONS, diagram()), 201);
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(okJson(agent(2, 4, "live"))));
        body(send(1, MIGRATIONS, diagram()), 404);
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(okJson(agent(1, 4, "live"))));
        body(send(1, MIGRATIONS, diagram()), 200);

        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void everythingWrongIsSaidAtOnceInTheCallersLanguage() throws IOException {
        JsonNode problem = body(
                client(1)
                        .header("Accept-Language", "id")
                        .bodyValue("{\"name\": \" \", \"tree_diagram\": {\"tree\": {\"id\": 1, \"children\": 2}}}")
                        .exchange(),
                422);

        assertThat(problem.path("findings").findValuesAsText("pointer"))
                .containsExactly("/name", "/tree_diagram/path_id", "/tree_diagram/tree/children");
        assertThat(problem.at("/findings/2/message").asText()).isNotEqualTo("invalid_format");
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void nameIsMeasuredInCharacters() throws IOException {
        body(send("😀".repeat(120)), 201);
        JsonNode problem = body(send("😀".repeat(121)), 422);

        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("too_long");
        assertThat(problem.at("/findings/0/pointer").asText()).isEqualTo("/name");
    }

    @Test
    void limitsAreFindings() throws IOException {
        JsonNode deep = body(send(1, MIGRATIONS + "/preview", Trees.chain(201)), 422);
        assertThat(deep.at("/findings/0/code").asText()).isEqualTo("too_deep");
        assertThat(deep.at("/findings/0/message").asText()).isEqualTo("The tree has more than 200 levels of nodes.");

        JsonNode large = body(send(1, MIGRATIONS + "/preview", Trees.wide(20_001)), 422);
        assertThat(large.at("/findings/0/message").asText()).isEqualTo("The tree has more than 20,000 nodes.");
    }

    @Test
    void largestTreesAreAnswered() throws IOException {
        assertThat(body(send(1, MIGRATIONS + "/preview", Trees.chain(200)), 200)
                        .at("/report/unmapped")
                        .asInt())
                .isZero();

        ObjectNode wide = Trees.wide(20_000);
        wide.put("description", "x".repeat(5 * 1024 * 1024));
        JsonNode report = body(send(1, MIGRATIONS + "/preview", wide), 200).path("report");
        assertThat(report.path("mapped").asInt()
                        + report.path("approximated").asInt()
                        + report.path("unmapped").asInt())
                .isEqualTo(20_000);
        assertThat(report.path("nodes")).hasSize(20_000 - report.path("mapped").asInt());
    }

    @Test
    void treeThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("POST " + MIGRATIONS
                                    + "/preview HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                                    + "\r\nAuthorization: Bearer " + Tokens.of(1, "specialist")
                                    + "\r\nContent-Length: " + (10 * 1024 * 1024 + 1) + "\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413");
        }
    }

    private ObjectNode diagram() {
        return Trees.example().put("path_id", pathId);
    }

    private EntityExchangeResult<byte[]> send(long organizationId, String uri, JsonNode diagram) {
        ObjectNode request = Trees.JSON.createObjectNode();
        request.set("tree_diagram", diagram);
        if (uri.equals(MIGRATIONS)) {
            request.put("name", "Toko Baru");
        }
        return api.as(organizationId, "specialist")
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request.toString())
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient.ResponseSpec send(String name) {
        ObjectNode request = Trees.JSON.createObjectNode().put("name", name);
        request.set("tree_diagram", diagram());
        return client(1).bodyValue(request.toString()).exchange();
    }

    private WebTestClient.RequestBodySpec client(long organizationId) {
        return api.as(organizationId, "specialist").post().uri(MIGRATIONS).contentType(MediaType.APPLICATION_JSON);
    }

    private static JsonNode body(WebTestClient.ResponseSpec response, int status) throws IOException {
        return body(response.expectBody().returnResult(), status);
    }

    private static JsonNode body(EntityExchangeResult<byte[]> result, int status) throws IOException {
        byte[] content = result.getResponseBodyContent();
        assertThat(result.getStatus().value()).as("%s", new String(content)).isEqualTo(status);
        return Trees.JSON.readTree(content);
    }

    private Map<String, Object> origin() {
        return rows.sql("SELECT * FROM ai_agent_bff.migrated_agent WHERE organization_id = 1 AND path_id = :path_id")
                .param("path_id", pathId)
                .query()
                .singleRow();
    }

    private long migrations() {
        return rows.sql(
                        """
                        SELECT count(*) FROM ai_agent_bff.audit_intent i
                        JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
                        JOIN ai_agent_bff.migrated_agent m ON m.ai_agent_uuid = o.ai_agent_uuid
                          AND m.migrated_at BETWEEN i.at AND o.at
                        WHERE i.action = 'agent.migrate' AND o.outcome = 'succeeded' AND m.path_id = :path_id
                          AND o.version_after = 1
                        """)
                .param("path_id", pathId)
                .query(Long.class)
                .single();
    }

    private void claimed(String until) {
        rows.sql("INSERT INTO ai_agent_bff.migrated_agent (organization_id, path_id, holder, locked_until)"
                        + " VALUES (1, :path_id, gen_random_uuid(), " + until + ")")
                .param("path_id", pathId)
                .update();
    }

    private static List<String> keys() {
        return MEKARI_AGENT.findAll(postRequestedFor(urlEqualTo("/v1/agents"))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
    }
}
