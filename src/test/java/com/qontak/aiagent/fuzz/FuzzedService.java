package com.qontak.aiagent.fuzz;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.ApiCaller;
import com.qontak.aiagent.testing.ApiOperation;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/**
 * The service as its other tests start it, with upstreams that agree to everything: what fails is the service itself.
 * Every answer is held against what any input may get, however wrong: no failure of ours, in time, and a problem
 * document that tells nothing of how the service is made.
 */
@ServiceTest
final class FuzzedService {

    private static final FuzzedService SHARED = new FuzzedService();
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int FORGET_AFTER = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> INSIDES = List.of(
            "Exception", "com.qontak", "org.spring", "com.fasterxml", "jakarta.", "java.lang", "org.eclipse", "Jetty");
    private static final String DOCUMENT =
            """
            {"document_id": "doc_1", "agent_id": "%s", "kind": "snippet", "title": "x", "status": "ready",
             "skill_ids": [], "bytes": 1, "created_at": "2026-11-02T03:04:05Z"}"""
                    .formatted(ApiCaller.AGENT);
    private static final String CATALOGUE =
            """
            {"actions": [{"action_id": "create_ticket", "group": "mekari_qontak", "name": "Create a ticket",
                          "description": "Opens a ticket.", "auth": "company_token", "state": "ready",
                          "inputs": {"type": "object"}},
                         {"action_id": "resolve_conversation", "group": "mekari_qontak", "name": "Resolve",
                          "description": "Closes it.", "auth": "company_token", "state": "ready",
                          "inputs": {"type": "object"}}],
             "total": 2}""";

    private static final String TURN =
            "{\"session_id\": \"s\", \"reply\": \"Hello\", \"trace\": [], \"latency_ms\": 12}";

    // What RFC 9112 answers to a transfer coding that nobody knows.
    private static final int NOT_IMPLEMENTED = 501;

    private static final int UPSTREAM_TIMEOUT = 504;

    private final LoggedErrors errors = new LoggedErrors();
    private final CircuitBreakerRegistry circuits;
    private final int port;
    private int sent;

    private FuzzedService() {
        ApplicationContext context =
                new TestContextManager(FuzzedService.class).getTestContext().getApplicationContext();
        circuits = context.getBean(CircuitBreakerRegistry.class);
        port = context.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    /** @return the service, its upstreams agreeing to everything from now on */
    static FuzzedService ready() {
        Upstreams.reset();
        String agent = AgentJson.agent(1, 1, "draft").replace(ApiCaller.AGENT, "{{request.pathSegments.[2]}}");
        String version = agent.replace("\"version\": 1", "\"version\": {{request.pathSegments.[4]}}");
        MEKARI_AGENT.stubFor(any(anyUrl()).willReturn(answer(AgentJson.agent(1, 1, "draft"))));
        MEKARI_AGENT.stubFor(any(urlPathMatching("/v1/agents/.*")).willReturn(answer(agent)));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents/.*/versions/.*")).willReturn(answer(version)));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents/.*/versions"))
                .willReturn(answer("{\"versions\": [" + agent + "], \"total\": 1}")));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents"))
                .willReturn(answer("{\"agents\": [" + AgentJson.agent(1, 1, "draft") + "], \"total\": 1}")));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/actions")).willReturn(answer(CATALOGUE)));
        MEKARI_AGENT.stubFor(any(urlPathMatching("/v1/agents/.*/preview")).willReturn(answer(TURN)));
        MEKARI_AGENT.stubFor(any(urlPathMatching("/v1/agents/.*/preview"))
                .withHeader("Accept", containing("event-stream"))
                .willReturn(
                        answer("event: done\ndata: " + TURN + "\n\n").withHeader("Content-Type", "text/event-stream")));
        NONCORE_MRAG.stubFor(any(anyUrl()).willReturn(answer(DOCUMENT)));
        NONCORE_MRAG.stubFor(any(urlPathMatching("/v1/documents/.*"))
                .willReturn(answer(DOCUMENT.replace("doc_1", "{{request.pathSegments.[2]}}"))));
        NONCORE_MRAG.stubFor(get(urlPathMatching("/v1/documents"))
                .willReturn(answer("{\"documents\": [" + DOCUMENT + "], \"total\": 1}")));
        String proposed = AgentJson.SKILL_PACK.replace("friendly", "formal");
        CHATBOT_AI.stubFor(any(anyUrl())
                .willReturn(answer("{\"reply\": \"x\", \"notes\": [], \"skill_pack\": " + proposed + "}")));
        SHARED.circuits.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        SHARED.errors.collect();
        return SHARED;
    }

    private static ResponseDefinitionBuilder answer(String body) {
        return okJson(body).withTransformers("response-template");
    }

    /** A request of somebody who may make it, with the version that stands. */
    static RawRequest request(ApiOperation operation) {
        return request(operation, operation.address(ApiCaller.AGENT));
    }

    static RawRequest request(ApiOperation operation, String address) {
        boolean report = operation.path().startsWith("/impact");
        RawRequest request = RawRequest.of(operation.method(), address)
                .with("Authorization: Bearer " + Tokens.of(1, report ? "org_admin" : "specialist"))
                .with("If-Match: \"1\"")
                .with("Accept: " + operation.accepts());
        return operation.sends().isEmpty() ? request : request.with("Content-Type: " + operation.sends());
    }

    /** Sends it and holds the answer against the rules. */
    RawAnswer check(RawRequest request) {
        RawAnswer answer = send(request);
        if (answer.status() == UPSTREAM_TIMEOUT) {
            // A machine that stood still for a second; it does not do so twice.
            answer = send(request);
        }
        int status = answer.status();
        assertThat(status)
                .as("%s%n%nanswered %s", request, answer)
                .matches(code -> code >= 200 && code < 500 || code == NOT_IMPLEMENTED && request.encodesTheTransfer());
        assertThat(errors.taken()).as("%s", request).isEmpty();
        assertThat(answer.head()).as("%s", request).noneMatch(line -> line.toLowerCase(Locale.ROOT)
                .startsWith("x-forged"));
        if (status >= 400 && !request.start().startsWith("HEAD")) {
            assertProblem(request, answer);
        }
        return answer;
    }

    private static void assertProblem(RawRequest request, RawAnswer answer) {
        assertThat(answer.header("Content-Type"))
                .as("%s%n%nanswered %s", request, answer)
                .startsWith("application/problem+json");
        try {
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("status").asInt()).as("%s", answer).isEqualTo(answer.status());
            assertThat(problem.path("type").asText())
                    .as("%s", answer)
                    .startsWith("/problems/")
                    .isNotEqualTo("/problems/internal-error");
            assertThat(problem.path("title").asText()).as("%s", answer).isNotBlank();
        } catch (JsonProcessingException noProblem) {
            throw new AssertionError(request + "\n\nanswered " + answer, noProblem);
        }
        assertThat(INSIDES).as("%s%n%nanswered %s", request, answer).noneMatch(answer.body()::contains);
    }

    private RawAnswer send(RawRequest request) {
        if (++sent % FORGET_AFTER == 0) {
            MEKARI_AGENT.resetRequests();
            CHATBOT_AI.resetRequests();
            NONCORE_MRAG.resetRequests();
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            sendWhatIsTaken(socket, request.bytes());
            return RawAnswer.of(socket.getInputStream().readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("No answer to " + request, failure);
        }
    }

    // A request that is refused early is answered before it is sent wholly, and the rest is not taken.
    private static void sendWhatIsTaken(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException refused) {
            assertThat(refused).hasMessageMatching("(?i).*(broken pipe|reset|closed).*");
        }
    }
}
