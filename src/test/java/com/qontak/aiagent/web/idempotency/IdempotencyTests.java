package com.qontak.aiagent.web.idempotency;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@ServiceTest
@Timeout(60)
class IdempotencyTests {

    private static final String PACK =
            """
            {"schema_version": 1,
             "profile": {"name": "Toko", "role": "Shop", "language": "id", "tone": "friendly", "instructions": "Help",
                         "engine_tier": "standard"},
             "capabilities": [{"capability_id": "a", "name": "A", "when_to_use": "the customer asks",
                               "checkpoints": [{"checkpoint_id": "x", "name": "X", "instructions": "Answer",
                                                "next": [{"when": "it is answered", "go_to": "done"}]}]}],
             "routing": {"entry_capability_id": "a", "rules": [],
                         "fallback": {"type": "handover", "division": "support"}}}""";

    private static final String AGENT =
            """
            {"agent_id": "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001", "organization_id": 1, "name": "Toko",
             "status": "draft", "version": 1, "live_version": null, "updated_by": "bot_builder-1",
             "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-01T02:03:04Z",
             "skill_pack": {"schema_version": 1}}""";

    private final Api api;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    IdempotencyTests(Environment environment) {
        this.api = Api.of(environment);
    }

    @BeforeEach
    void upstreamCreatesAgents() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(post("/v1/agents")
                .willReturn(
                        created().withHeader("Content-Type", "application/json").withBody(AGENT)));
    }

    @Test
    void repeatedRequestGetsTheFirstAnswerAndCreatesNothing() {
        EntityExchangeResult<byte[]> first = create(1, "bot_builder", key, "Toko");
        EntityExchangeResult<byte[]> second = create(1, "org_admin", key, "Toko");

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(first.getResponseHeaders()).doesNotContainKey("Idempotent-Replayed");
        assertThat(second.getStatus().value()).isEqualTo(201);
        assertThat(second.getResponseHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).isNotEmpty();
        assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(second.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation())
                .isNotNull();
        assertThat(second.getResponseHeaders().getContentType())
                .isEqualTo(first.getResponseHeaders().getContentType());
        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void keyUsedForAnotherBodyIsRefused() {
        create(1, "bot_builder", key, "Toko");

        EntityExchangeResult<byte[]> other = create(1, "bot_builder", key, "Warung");

        assertThat(other.getStatus().value()).isEqualTo(422);
        assertThat(other.getResponseBody()).asString().contains("/problems/idempotency-key-reused");
        MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void manyAtOnceReachTheUpstreamOnce() {
        MEKARI_AGENT.stubFor(post("/v1/agents")
                .willReturn(created()
                        .withFixedDelay(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody(AGENT)));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<EntityExchangeResult<byte[]>> answers = IntStream.range(0, 16)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> create(1, "bot_builder", key, "Toko"), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.getStatus().value()).isIn(201, 409));
            assertThat(answers)
                    .filteredOn(answer -> answer.getStatus().value() == 409)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.getResponseHeaders().getFirst("Retry-After"))
                            .isNotNull());
            MEKARI_AGENT.verify(1, postRequestedFor(anyUrl()));
        } finally {
            threads.shutdown();
        }
    }

    /** The upstream may have made the agent, and would answer that one to the same key. */
    @Test
    void keyOfACallWithoutAnOutcomeIsThatOfTheVerySameCall() {
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(aResponse().withStatus(500)));
        assertThat(create(1, "bot_builder", key, "Toko").getStatus().value()).isEqualTo(502);
        upstreamCreatesAgents();

        EntityExchangeResult<byte[]> other = create(1, "bot_builder", key, "Toko lain");
        EntityExchangeResult<byte[]> again = create(1, "bot_builder", key, "Toko");

        assertThat(other.getStatus().value()).isEqualTo(422);
        assertThat(new String(other.getResponseBodyContent(), StandardCharsets.UTF_8))
                .contains("/problems/idempotency-key-reused");
        assertThat(again.getStatus().value()).isEqualTo(201);
        assertThat(again.getResponseHeaders()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void keyOfACallThatWasRefusedServesForTheCorrectedOne() {
        assertThat(create(1, "bot_builder", key, " ").getStatus().value()).isEqualTo(422);

        EntityExchangeResult<byte[]> again = create(1, "bot_builder", key, "Toko");

        assertThat(again.getStatus().value()).isEqualTo(201);
        assertThat(again.getResponseHeaders()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void keyThatIsNoKeyIsMalformed() {
        assertThat(create(1, "bot_builder", "k".repeat(256), "Toko").getStatus().value())
                .isEqualTo(400);
        assertThat(create(1, "bot_builder", "two words", "Toko").getStatus().value())
                .isEqualTo(400);
        assertThat(create(1, "bot_builder", "k".repeat(255), "Toko").getStatus().value())
                .isEqualTo(201);
    }

    @Test
    void keyOfAnotherTenantIsAnotherKey() {
        create(1, "bot_builder", key, "Toko");

        EntityExchangeResult<byte[]> other = create(2, "bot_builder", key, "Toko");

        // The stub answers an agent of organization 1, which is withheld from organization 2.
        assertThat(other.getStatus().value()).isEqualTo(404);
        MEKARI_AGENT.verify(2, postRequestedFor(anyUrl()));
    }

    private EntityExchangeResult<byte[]> create(long organization, String role, String idempotencyKey, String name) {
        return api.as(organization, role)
                .post()
                .uri("/v2/ai_agents")
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"" + name + "\", \"capability_pack\": " + PACK + "}")
                .exchange()
                .expectBody()
                .returnResult();
    }
}
