package com.qontak.aiagent.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** When calls are repeated, and when they are not made at all. */
@ServiceTest
class UpstreamGuardTests {

    private static final String UUID = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";
    private static final String AGENT = "/v1/agents/" + UUID;

    private static final ExecutorService CALLERS = Executors.newFixedThreadPool(20);

    private final WebTestClient builder;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    @Autowired
    UpstreamGuardTests(Environment environment, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    @AfterAll
    static void endTheCallers() {
        CALLERS.shutdownNow();
    }

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Upstreams.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
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
    void upstreamThatNamesNoTimeToWaitIsGivenFiveSeconds() {
        MEKARI_AGENT.stubFor(get(AGENT).willReturn(status(429)));

        read().expectStatus().isEqualTo(429).expectHeader().valueEquals("Retry-After", "5");
    }

    @Test
    void upstreamThatNamesADateIsGivenTheSecondsUntilThen() {
        MEKARI_AGENT.stubFor(
                get(AGENT).willReturn(status(429).withHeader("Retry-After", "Sun, 01 Nov 2020 00:00:00 GMT")));

        read().expectStatus().isEqualTo(429).expectHeader().valueEquals("Retry-After", "1");
    }

    @Test
    void callBeyondTheLimitOfItsKindIsAnsweredAtOnceAndOtherKindsGoOn() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
        Bulkhead reads = bulkheads.bulkhead("mekari-agent-read");
        int permits = reads.getBulkheadConfig().getMaxConcurrentCalls();
        IntStream.range(0, permits).forEach(call -> reads.acquirePermission());

        try {
            read().expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/upstream-unavailable");
            builder.get().uri("/v2/ai_agents").exchange().expectStatus().isOk();
        } finally {
            IntStream.range(0, permits).forEach(call -> reads.onComplete());
        }
        MEKARI_AGENT.verify(0, getRequestedFor(urlPathEqualTo(AGENT)));
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

    private WebTestClient.ResponseSpec read() {
        return builder.get().uri("/v2/ai_agents/" + UUID).exchange();
    }

    private WebTestClient.ResponseSpec draft() {
        return builder.post()
                .uri("/v2/ai_agents/generate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"prompt\": \"An assistant for a small fashion shop\"}")
                .exchange();
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static String agent(String uuid) {
        return """
                {"agent_id": "%s", "organization_id": 1, "name": "Toko Maju", "status": "draft", "version": 1,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": null, "skill_pack": {}}"""
                .formatted(uuid);
    }
}
