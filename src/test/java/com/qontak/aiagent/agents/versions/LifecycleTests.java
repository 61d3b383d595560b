package com.qontak.aiagent.agents.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.SimulatedUpstreams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** One agent from draft to live and back, against upstreams that remember what they are told. */
@ServiceTest
class LifecycleTests {

    private static final String AGENT = "/v2/ai_agents/" + UpstreamSimulator.DRAFT_AGENT;
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient builder;
    private SimulatedUpstreams upstreams;

    @Autowired
    LifecycleTests(Environment environment) {
        this.builder = Api.of(environment)
                .as(1, "bot_builder")
                .mutate()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @BeforeEach
    void startTheSimulator() {
        upstreams = SimulatedUpstreams.start(Clock.systemUTC());
    }

    @AfterEach
    void stopTheSimulator() {
        upstreams.close();
    }

    @Test
    void agentGoesLiveIsChangedGoesBackAndIsWithdrawn() {
        post("/publish", 1)
                .jsonPath("$.status")
                .isEqualTo("live")
                .jsonPath("$.live_version")
                .isEqualTo(1);

        patch(1, "{\"capability_pack\": {\"profile\": {\"tone\": \"formal and brief\"}}}")
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.live_version")
                .isEqualTo(1)
                .jsonPath("$.capability_pack.profile.tone")
                .isEqualTo("formal and brief");

        read("/versions/1/diff/2")
                .jsonPath("$.changes.length()")
                .isEqualTo(1)
                .jsonPath("$.changes[0].pointer")
                .isEqualTo("/profile/tone");

        post("/versions/1/restore", 2).jsonPath("$.version").isEqualTo(3);
        read("/versions/1/diff/3").jsonPath("$.changes").isEmpty();
        read("/versions")
                .jsonPath("$.data[*].version")
                .value(versions -> assertThat(versions).hasToString("[3,2,1]"))
                .jsonPath("$.meta.total")
                .isEqualTo(3);

        post("/pause", 3)
                .jsonPath("$.status")
                .isEqualTo("paused")
                .jsonPath("$.live_version")
                .isEmpty();
    }

    @Test
    void turnIsToldAsItHappensInPublicWords() {
        List<ServerSentEvent<String>> events = preview("Saya ingin beli, masih ada stok?");

        assertThat(events)
                .extracting(ServerSentEvent::event)
                .contains("trace", "token")
                .endsWith("done");
        assertThat(events).extracting(ServerSentEvent::data).allSatisfy(data -> assertThat(data)
                .doesNotContain("skill_id", "milestone", "performance_exit"));
    }

    @Test
    void turnThatFailsInTheMiddleEndsWithAnError() {
        List<ServerSentEvent<String>> events = preview("[error] Saya ingin beli");

        assertThat(events).extracting(ServerSentEvent::event).contains("token").endsWith("error");
        assertThat(events.get(events.size() - 1).data()).contains("preview_failed");
    }

    private List<ServerSentEvent<String>> preview(String message) {
        return Objects.requireNonNull(builder.post()
                .uri(AGENT + "/preview")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"message\": \"" + message + "\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .collectList()
                .block(Duration.ofSeconds(20)));
    }

    private BodyContentSpec post(String call, long version) {
        return builder.post()
                .uri(AGENT + call)
                .header("If-Match", "\"" + version + "\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private BodyContentSpec patch(long version, String patch) {
        return builder.patch()
                .uri(AGENT)
                .header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(patch)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private BodyContentSpec read(String path) {
        return builder.get().uri(AGENT + path).exchange().expectStatus().isOk().expectBody();
    }
}
