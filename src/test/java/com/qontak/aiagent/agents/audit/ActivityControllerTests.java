package com.qontak.aiagent.agents.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class ActivityControllerTests {

    private final Api api;
    private final WebTestClient builder;
    private final String uuid = UUID.randomUUID().toString();
    private final String agent = "/v2/ai_agents/" + uuid;

    @Autowired
    ActivityControllerTests(Environment environment) {
        this.api = Api.of(environment);
        this.builder = api.as(1, "bot_builder");
    }

    @BeforeEach
    void upstreamHasAPausedAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + uuid)
                .willReturn(okJson(
                        """
                        {"agent_id": "%s", "organization_id": 1, "name": "Toko", "status": "paused", "version": 3,
                         "live_version": null, "updated_by": "a", "created_at": "2026-11-01T02:03:04Z",
                         "updated_at": "2026-11-01T02:03:04Z", "skill_pack": {"schema_version": 1}}"""
                                .formatted(uuid))));
        MEKARI_AGENT.stubFor(delete("/v1/agents/" + uuid).willReturn(noContent()));
    }

    @Test
    void refusalAndDeletionStandInTheTrailWhichOutlivesTheAgent() {
        builder.delete()
                .uri(agent)
                .header("If-Match", "\"2\"")
                .header("X-Request-Id", "stale-1")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        api.as(7, "specialist")
                .delete()
                .uri(agent)
                .header("X-Organization-Id", "1")
                .header("If-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + uuid).willReturn(aResponse().withStatus(404)));

        builder.get()
                .uri(agent + "/activity?per_page=10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.meta.total")
                .isEqualTo(2)
                .jsonPath("$.data[0].action")
                .isEqualTo("agent.delete")
                .jsonPath("$.data[0].outcome")
                .isEqualTo("succeeded")
                .jsonPath("$.data[0].organization_id")
                .isEqualTo(1)
                .jsonPath("$.data[0].actor_id")
                .isEqualTo("specialist-7")
                .jsonPath("$.data[0].acting_for")
                .isEqualTo(1)
                .jsonPath("$.data[0].role")
                .isEqualTo("specialist")
                .jsonPath("$.data[0].version_before")
                .isEqualTo(3)
                .jsonPath("$.data[0].ai_agent_uuid")
                .isEqualTo(uuid)
                .jsonPath("$.data[1].outcome")
                .isEqualTo("refused")
                .jsonPath("$.data[1].problem")
                .isEqualTo("version-moved-on")
                .jsonPath("$.data[1].request_id")
                .isEqualTo("stale-1")
                .jsonPath("$.data[1].acting_for")
                .isEmpty()
                .jsonPath("$.data[1].changed.length()")
                .isEqualTo(0);
    }

    @Test
    void trailOfAnotherTenantIsNotFoundBeforeAndAfterTheDeletion() {
        api.as(2, "bot_builder")
                .get()
                .uri(agent + "/activity")
                .exchange()
                .expectStatus()
                .isNotFound();
        builder.delete().uri(agent).exchange().expectStatus().isNoContent();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + uuid).willReturn(aResponse().withStatus(404)));

        api.as(2, "bot_builder")
                .get()
                .uri(agent + "/activity")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void trailOfNoAgentIsNotFound() {
        builder.get()
                .uri("/v2/ai_agents/none/activity")
                .exchange()
                .expectStatus()
                .isNotFound();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + uuid).willReturn(aResponse().withStatus(404)));
        builder.get().uri(agent + "/activity").exchange().expectStatus().isNotFound();
    }

    @Test
    void figuresAreForSpecialistsAlone() {
        builder.get().uri("/v2/ai_agents/kpis").exchange().expectStatus().isForbidden();

        api.as(1, "specialist")
                .get()
                .uri("/v2/ai_agents/kpis")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agents_built_and_live.target")
                .isEqualTo(15)
                .jsonPath("$.draft_success_rate.counts.finished")
                .exists()
                .jsonPath("$.median_minutes_to_first_save.target")
                .isEqualTo(30);
    }
}
