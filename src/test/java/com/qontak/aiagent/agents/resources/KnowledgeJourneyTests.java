package com.qontak.aiagent.agents.resources;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From an upload to knowledge, and from there to nothing, with the simulated upstreams. */
@ServiceTest
@Timeout(60)
class KnowledgeJourneyTests {

    private static final String RESOURCES = "/v2/ai_agents/" + UpstreamSimulator.DRAFT_AGENT + "/resources";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
    private final InstantSource time = now::get;
    private final UpstreamSimulator simulator = UpstreamSimulator.start(time.withZone(ZoneOffset.UTC));
    private final WebTestClient builder;

    @Autowired
    KnowledgeJourneyTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
    }

    @BeforeEach
    void speakToTheSimulator() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(simulator.mekariAgent().toString())));
        NONCORE_MRAG.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(simulator.noncoreMrag().toString())));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void uploadBecomesKnowledgeIsListedAndForgotten() {
        String resource = upload("Kebijakan retur");
        assertThat(read(resource, "$.status")).isEqualTo("queued");
        assertThat(read(resource, "$.bytes")).isEqualTo(String.valueOf(SampleFiles.PDF.length));
        pass(Duration.ofSeconds(1));
        assertThat(read(resource, "$.status")).isEqualTo("processing");
        pass(Duration.ofSeconds(2));
        assertThat(read(resource, "$.status")).isEqualTo("ready");
        assertThat(read(RESOURCES, "$.data[0].title")).isEqualTo("Kebijakan retur");

        builder.delete().uri(resource).exchange().expectStatus().isNoContent();
        builder.get().uri(resource).exchange().expectStatus().isNotFound();
        assertThat(read(RESOURCES, "$.meta.total")).isEqualTo("0");
    }

    @Test
    void uploadThatCannotBeReadSaysSoOnceItHasFailed() {
        String resource = upload("Retur [fail]");
        assertThat(read(resource, "$.error")).isEqualTo("null");

        pass(Duration.ofSeconds(3));

        assertThat(read(resource, "$.status")).isEqualTo("failed");
        assertThat(read(resource, "$.error")).isEqualTo("Its content could not be read.");
    }

    private String upload(String title) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", SampleFiles.PDF, MediaType.APPLICATION_PDF).filename("retur.pdf");
        form.part("title", title);
        return builder.post()
                .uri(RESOURCES)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isAccepted()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
    }

    private String read(String address, String path) {
        String body = builder.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(JsonPath.parse(body).read(path, Object.class));
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
