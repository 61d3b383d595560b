package com.qontak.aiagent.instances;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.Upstreams;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;

/** Two instances on one database are one service: what one promised, the other keeps. */
@Timeout(60)
class TwoInstancesTests {

    private static final int LIMIT = 6;

    private static ServiceInstance[] instances;

    @BeforeAll
    static void start() {
        FreshDatabase database = ServiceInstance.database();
        instances = new ServiceInstance[] {instance(database), instance(database)};
    }

    @AfterAll
    static void stop() {
        for (ServiceInstance instance : instances) {
            instance.close();
        }
    }

    @BeforeEach
    @AfterEach
    void forgetUpstreams() {
        Upstreams.reset();
    }

    @Test
    void limitIsSharedByBoth() {
        CHATBOT_AI.stubFor(
                post(anyUrl()).willReturn(okJson("{\"skill_pack\": {\"schema_version\": 1}, \"notes\": []}")));

        List<HttpStatusCode> answers = IntStream.range(0, 4 * LIMIT)
                .mapToObj(number -> instances[number % 2]
                        .as(1, "bot_builder")
                        .post()
                        .uri("/v2/ai_agents/generate")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"prompt\": \"An assistant for a small fashion shop\"}")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus())
                .toList();

        // So small a limit is given out one by one, and its minute begins with the first request: none of it lies idle.
        assertThat(answers.stream().filter(HttpStatusCode::is2xxSuccessful)).hasSize(LIMIT);
        CHATBOT_AI.verify(LIMIT, postRequestedFor(anyUrl()));
    }

    @Test
    void keyIsAnsweredOnceWhicheverInstanceIsAsked() {
        MEKARI_AGENT.stubFor(post("/v1/agents")
                .willReturn(okJson(AgentJson.agent(1, 1, "draft")).withFixedDelay(300)));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Integer> together = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> create(number % 2).getStatus().value(), callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(together).contains(201).containsOnly(201, 409);
            assertThat(create(0).getStatus().value()).isEqualTo(201);
            assertThat(create(1).getStatus().value()).isEqualTo(201);
            MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void treeIsMigratedOnceWhicheverInstanceIsAsked() {
        MEKARI_AGENT.stubFor(post("/v1/agents")
                .willReturn(okJson(AgentJson.agent(1, 1, "draft")).withFixedDelay(300)));
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AgentJson.UUID).willReturn(okJson(AgentJson.agent(1, 1, "draft"))));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Integer> together = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> migrate(number % 2), callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();

            assertThat(together).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
            MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void settingChangedThroughOneIsThereInTheOtherAndNeitherOverwritesIt() {
        String before = etag(0);
        assertThat(set(0, before, "2026-09-01").value()).isEqualTo(200);

        assertThat(etag(1)).isEqualTo(etag(0)).isNotEqualTo(before);
        assertThat(set(1, before, "2026-10-01").value()).isEqualTo(412);
    }

    private static FluxExchangeResult<Void> create(int instance) {
        return instances[instance]
                .as(1, "bot_builder")
                .post()
                .uri("/v2/ai_agents")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "one-and-the-same")
                .bodyValue(AgentJson.save(
                        AgentJson.CAPABILITY_PACK.replace("\"resource_ids\": [\"doc_1\"]", "\"resource_ids\": []")))
                .exchange()
                .returnResult(Void.class);
    }

    private static int migrate(int instance) {
        return instances[instance]
                .as(1, "specialist")
                .post()
                .uri("/v2/ai_agents/migrations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"Toko Maju\", \"tree_diagram\": {\"path_id\": 1, \"tree\": {\"id\": 1}}}")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static String etag(int instance) {
        return instances[instance]
                .as(1, "org_admin")
                .get()
                .uri("/impact/settings")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
    }

    private static HttpStatusCode set(int instance, String etag, String onboarding) {
        return instances[instance]
                .as(1, "org_admin")
                .put()
                .uri("/impact/settings")
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", etag)
                .bodyValue("{\"onboarding_date\": \"" + onboarding + "\", \"holidays\": []}")
                .exchange()
                .returnResult(Void.class)
                .getStatus();
    }

    private static ServiceInstance instance(FreshDatabase database) {
        return ServiceInstance.start(database, "access.limits.drafts-per-minute=" + LIMIT);
    }
}
