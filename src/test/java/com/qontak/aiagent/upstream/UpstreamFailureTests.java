package com.qontak.aiagent.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the public is answered for everything an upstream can do wrong, row by row. */
@ServiceTest
class UpstreamFailureTests {

    private static final String UUID = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";
    private static final String AGENT = "/v1/agents/" + UUID;
    private static final String SECRET = "host-4711.internal";

    private static final ExecutorService CALLERS = Executors.newFixedThreadPool(20, work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private final WebTestClient builder;
    private final CircuitBreakerRegistry breakers;

    @Autowired
    UpstreamFailureTests(Environment environment, CircuitBreakerRegistry breakers) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.breakers = breakers;
    }

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Upstreams.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                row("404", status(404), 404, "not-found", 1),
                row("409", status(409), 409, "conflict", 1),
                row("401", status(401), 502, "upstream-refused", 1),
                row("403", status(403), 502, "upstream-refused", 1),
                row("400", status(400), 502, "upstream-failed", 1),
                row("405", status(405), 502, "upstream-failed", 1),
                row("500", status(500), 502, "upstream-failed", 2),
                row("503 with a page", status(503).withBody("<h1>" + SECRET + "</h1>"), 502, "upstream-failed", 2),
                row("redirect", status(302).withHeader("Location", "/elsewhere"), 502, "upstream-failed", 1),
                row("429", status(429).withHeader("Retry-After", "17"), 429, "too-many-requests", 1),
                row("200 with a page", html("<html>" + SECRET + "</html>"), 502, "upstream-failed", 1),
                row("200 without a body", json(""), 502, "upstream-failed", 1),
                row("200 with a list", json("[]"), 502, "upstream-failed", 1),
                row("malformed JSON", json("{\"agent_id\": "), 502, "upstream-failed", 1),
                row("nested too deeply", json("{\"a\":" + "[".repeat(5000)), 502, "upstream-failed", 1),
                row("missing fields", json("{}"), 502, "upstream-failed", 1),
                row("unknown status", json(agent(UUID).replace("draft", "asleep")), 502, "upstream-failed", 1),
                row("another agent", json(agent("5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c002")), 502, "upstream-failed", 1),
                row("too large", json("{\"x\": \"" + "y".repeat(3_000_000) + "\"}"), 502, "upstream-failed", 1),
                row("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), 502, "upstream-failed", 2),
                row("closed", aResponse().withFault(Fault.EMPTY_RESPONSE), 502, "upstream-failed", 2),
                row("broken chunks", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), 502, "upstream-failed", 2),
                row("slow headers", json(agent(UUID)).withFixedDelay(3_000), 504, "upstream-timeout", 1),
                row("dripping body", json(agent(UUID)).withChunkedDribbleDelay(40, 4_000), 504, "upstream-timeout", 1));
    }

    @ParameterizedTest(name = "{0} is answered {2}")
    @MethodSource("failures")
    void failureIsAnswered(String name, ResponseDefinitionBuilder answer, int status, String problem, int attempts) {
        MEKARI_AGENT.stubFor(get(AGENT).willReturn(answer));

        String body = builder.get()
                .uri("/v2/ai_agents/" + UUID)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains("\"/problems/" + problem + "\"").doesNotContain(SECRET, "localhost", "127.0.0.1");
        MEKARI_AGENT.verify(attempts, getRequestedFor(anyUrl()));
    }

    @Test
    void timeToWaitIsPassedOn() {
        MEKARI_AGENT.stubFor(get(AGENT).willReturn(status(429).withHeader("Retry-After", "17")));

        builder.get().uri("/v2/ai_agents/" + UUID).exchange().expectHeader().valueEquals("Retry-After", "17");
    }

    @Test
    void readThatFailsOnceIsRepeatedOnceAndAnswered() {
        MEKARI_AGENT.stubFor(get(AGENT)
                .inScenario("flaky")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("well"));
        MEKARI_AGENT.stubFor(
                get(AGENT).inScenario("flaky").whenScenarioStateIs("well").willReturn(okJson(agent(UUID))));

        builder.get().uri("/v2/ai_agents/" + UUID).exchange().expectStatus().isOk();
        MEKARI_AGENT.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void draftIsNeverRepeated() {
        CHATBOT_AI.stubFor(post("/v1/draft-skill-pack").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        draft().expectStatus().isEqualTo(502);
        CHATBOT_AI.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void promptThatCannotBeDraftedIsToldInPublicWords() {
        CHATBOT_AI.stubFor(
                post("/v1/draft-skill-pack")
                        .willReturn(
                                status(422)
                                        .withHeader("Content-Type", "application/json")
                                        .withBody(
                                                """
                                {"error": {"code": "unknown_skill", "message": "The skill has no milestone",
                                           "path": "/skill_pack/skills/0/milestones"}}""")));

        draft().expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/upstream-rejected")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints")
                .jsonPath("$.findings[0].message")
                .isEqualTo("The AI engine did not accept this: The capability has no checkpoint");
    }

    @Test
    void openCircuitAnswersAtOnceAndSendsNothing() {
        breakers.circuitBreaker("mekari-agent-read").transitionToOpenState();

        builder.get()
                .uri("/v2/ai_agents/" + UUID)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/upstream-unavailable");
        MEKARI_AGENT.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void failuresOfOneUpstreamOpenItsCircuitAlone() {
        MEKARI_AGENT.stubFor(get(AGENT).willReturn(status(500)));
        for (int call = 0; call < 20; call++) {
            builder.get().uri("/v2/ai_agents/" + UUID).exchange().expectStatus().is5xxServerError();
        }

        assertThat(breakers.circuitBreaker("mekari-agent-read").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breakers.circuitBreaker("chatbot-ai-draft").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void timeoutsOpenTheCircuitToo() {
        MEKARI_AGENT.stubFor(get(AGENT).willReturn(json(agent(UUID)).withFixedDelay(3_000)));

        IntStream.range(0, 20)
                .mapToObj(call -> CompletableFuture.supplyAsync(
                        () -> builder.get().uri("/v2/ai_agents/" + UUID).exchange(), CALLERS))
                .toList()
                .forEach(answer -> answer.join().expectStatus().isEqualTo(504));

        assertThat(breakers.circuitBreaker("mekari-agent-read").getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    private WebTestClient.ResponseSpec draft() {
        return builder.post()
                .uri("/v2/ai_agents/generate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"prompt\": \"An assistant for a small fashion shop\"}")
                .exchange();
    }

    private static Arguments row(
            String name, ResponseDefinitionBuilder answer, int status, String problem, int attempts) {
        return Arguments.of(name, answer, status, problem, attempts);
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse().withHeader("Content-Type", "text/html").withBody(body);
    }

    private static String agent(String uuid) {
        return """
                {"agent_id": "%s", "organization_id": 1, "name": "Toko Maju", "status": "draft", "version": 1,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": null, "skill_pack": {}}"""
                .formatted(uuid);
    }
}
