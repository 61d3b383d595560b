package com.qontak.aiagent.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.jetty.JettyWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** One upstream hangs, with two thousand calls waiting for it: the rest of the service does not notice. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "testing.response-timeout=90s")
@Timeout(120)
class IsolationTests {

    private static final int WAITING = 2_000;
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final Sinks.Empty<Void> RELEASE = Sinks.empty();
    private static final DisposableServer HANGING = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asByteArray()
                    .then(Mono.fromRunnable(ASKED::incrementAndGet))
                    .then(RELEASE.asMono())
                    .thenMany(response.header("Content-Type", "application/json")
                            .sendString(Mono.just("{\"skill_pack\": {}, \"notes\": []}"))))
            .bindNow(PATIENCE);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServletWebServerApplicationContext context;
    private final WebTestClient builder;

    @Autowired
    IsolationTests(ServletWebServerApplicationContext context) {
        this.context = context;
        this.builder = Api.of(context.getEnvironment()).as(1, "bot_builder", "specialist");
    }

    @DynamicPropertySource
    static void hangingUpstream(DynamicPropertyRegistry properties) {
        properties.add("testing.chatbot-ai", () -> "http://127.0.0.1:" + HANGING.port());
    }

    @AfterAll
    static void stopTheUpstream() {
        HANGING.disposeNow(PATIENCE);
        Upstreams.reset();
    }

    @Test
    void callsThatWaitForOneUpstreamHoldUpNoOtherCall() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents/" + HealthyAnswers.AGENT))
                .willReturn(okJson(HealthyAnswers.body(UpstreamCall.GET_AGENT, "1", ""))));
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents"))
                .willReturn(okJson(HealthyAnswers.body(UpstreamCall.LIST_DOCUMENTS, "1", ""))));
        otherCallsAreAnswered();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();

        List<CompletableFuture<HttpResponse<String>>> drafts = new ArrayList<>();
        while (drafts.size() < WAITING) {
            IntStream.range(0, AT_ONCE).mapToObj(this::draft).forEach(drafts::add);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> ASKED.get() == drafts.size());
        }

        otherCallsAreAnswered();
        assertThat(drafts).noneMatch(CompletableFuture::isDone);
        Awaitility.await().untilAsserted(() -> assertThat(busyServletThreads()).isZero());
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads)
                .as("threads for %d waiting calls", WAITING)
                .isLessThan(WAITING / 8);

        RELEASE.tryEmitEmpty().orThrow();
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(draft.join().statusCode()).isEqualTo(200));
    }

    private void otherCallsAreAnswered() {
        for (int round = 0; round < 50; round++) {
            List.of("/v2/ai_agents", "/v2/ai_agents/" + HealthyAnswers.AGENT + "/resources", "/v2/ai_agents/schema")
                    .forEach(path -> builder.get()
                            .uri(path)
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectBody(String.class)
                            .returnResult());
        }
    }

    private CompletableFuture<HttpResponse<String>> draft(int number) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + context.getWebServer().getPort() + "/v2/ai_agents/generate"))
                        .header("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"prompt\": \"An assistant for shop " + number + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private int busyServletThreads() {
        QueuedThreadPool servlets = (QueuedThreadPool)
                ((JettyWebServer) context.getWebServer()).getServer().getThreadPool();
        return servlets.getUtilizedThreads();
    }
}
