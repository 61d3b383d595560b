package com.qontak.aiagent.instances;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/** An instance that is told to stop finishes what it has begun. */
@Timeout(60)
class ShutdownTests {

    private static final int CALLERS = 24;
    private static final String EVENTS =
            """
            event: token
            data: {"text": "Halo"}

            event: done
            data: {"session_id": "s1", "reply": "Halo"}

            """;

    private final FreshDatabase database = ServiceInstance.database();
    private final ServiceInstance service = ServiceInstance.start(database);
    private final ExecutorService callers = Executors.newFixedThreadPool(2 * CALLERS);

    @BeforeEach
    void slowUpstreams() {
        Upstreams.reset();
        CHATBOT_AI.stubFor(post(anyUrl())
                .willReturn(okJson("{\"skill_pack\": {\"schema_version\": 1}, \"notes\": []}")
                        .withFixedDelay(500)));
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(okJson(AgentJson.agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(okJson("{\"actions\": [], \"total\": 0}")));
        MEKARI_AGENT.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(EVENTS)
                        .withChunkedDribbleDelay(8, 2_000)));
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
        service.close();
        Upstreams.reset();
    }

    @Test
    void everyRequestThatWasTakenInIsAnsweredAndEveryStreamIsToldToItsEnd() {
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Void>> load = IntStream.range(0, CALLERS)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> draftUntilRefused(answered), callers))
                .toList();
        List<CompletableFuture<String>> streams = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.supplyAsync(this::preview, callers))
                .toList();
        await().until(() -> answered.get() >= CALLERS
                && MEKARI_AGENT
                                .countRequestsMatching(
                                        postRequestedFor(anyUrl()).build())
                                .getCount()
                        == 4);

        service.close();

        load.forEach(CompletableFuture::join);
        streams.forEach(stream -> assertThat(stream.join()).contains("event:done"));
        CHATBOT_AI.verify(answered.get(), postRequestedFor(anyUrl()));
        assertThat(JdbcClient.create(database.dataSource())
                        .sql(
                                """
                                select count(*)
                                from ai_agent_bff.audit_intent i
                                left join ai_agent_bff.audit_outcome o using (organization_id, event_id)
                                where o.outcome is distinct from 'succeeded'
                                """)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void draftUntilRefused(AtomicInteger answered) {
        while (true) {
            try {
                answerTo(
                        "/v2/ai_agents/generate",
                        "application/json",
                        "{\"prompt\": \"An assistant for a small fashion shop\"}");
            } catch (RuntimeException notTakenIn) {
                assertThat(Exceptions.unwrap(notTakenIn)).isInstanceOf(IOException.class);
                return;
            }
            answered.incrementAndGet();
        }
    }

    private String preview() {
        return answerTo("/v2/ai_agents/" + AgentJson.UUID + "/preview", "text/event-stream", "{\"message\": \"Halo\"}");
    }

    /** On a connection of its own, as from a balancer that has been told of the stop or has not. */
    private String answerTo(String path, String accept, String body) {
        return HttpClient.newConnection()
                .disableRetry(true)
                .responseTimeout(Duration.ofSeconds(20))
                .headers(headers -> headers.set("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                        .set("Accept", accept)
                        .set("Content-Type", "application/json"))
                .post()
                .uri("http://127.0.0.1:" + service.environment().getRequiredProperty("local.server.port") + path)
                .send(ByteBufMono.fromString(Mono.just(body)))
                .responseSingle((head, answer) -> answer.asString()
                        .doOnNext(text ->
                                assertThat(head.status().code()).as(text).isEqualTo(200)))
                .block();
    }
}
