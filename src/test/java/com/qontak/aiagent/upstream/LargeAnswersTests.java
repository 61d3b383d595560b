package com.qontak.aiagent.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A connection's thread serves many others, so it reads only what is read in no time. */
@ServiceTest
class LargeAnswersTests {

    private static final String AGENT = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";
    private static final String SMALL = "{\"name\": \"Toko Maju\"}";
    private static final String LARGE = "{\"name\": \"" + "Toko Maju ".repeat(4 * 1024) + "\"}";
    private static final String VERY_LARGE = LARGE.replace("Toko Maju ", "Toko Maju ".repeat(4));
    private static final Caller CALLER = new Caller(
            "bot_builder-1",
            Set.of(Role.BOT_BUILDER),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    private final UpstreamClient upstream;

    @Autowired
    LargeAnswersTests(UpstreamClient mekariAgentClient) {
        this.upstream = mekariAgentClient;
    }

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Upstreams.reset();
    }

    @Test
    void largeAnswerIsReadOnAThreadOfItsOwn() {
        assertThat(threadThatReads(LARGE, null)).startsWith("upstream-answers");
    }

    @Test
    void smallAnswerIsReadOnTheThreadThatBringsIt() {
        assertThat(threadThatReads(SMALL, null)).startsWith("reactor-http");
    }

    @Test
    void largeAnswerThatIsWhatItWasIsNotHandedOver() {
        assertThat(threadThatReads(LARGE, LARGE)).startsWith("reactor-http");
    }

    @Test
    void largeAnswerThatIsKnownInAnotherVersionIsNotHandedOver() {
        assertThat(threadThatReads(LARGE, LARGE.replace("Maju", "Jaya"))).startsWith("reactor-http");
    }

    @Test
    void veryLargeAnswerThatIsNotWhatItWasIsHandedOver() {
        assertThat(threadThatReads(VERY_LARGE, VERY_LARGE.replace("Maju", "Jaya")))
                .startsWith("upstream-answers");
    }

    private String threadThatReads(String answer, @Nullable String expected) {
        MEKARI_AGENT.stubFor(get("/v1/agents/" + AGENT).willReturn(okJson(answer)));
        UpstreamRequest request = UpstreamRequest.of(CALLER)
                .path("agent_id", AGENT)
                .expecting(expected == null ? null : expected.getBytes(StandardCharsets.UTF_8));
        return upstream.exchange(UpstreamCall.GET_AGENT, request, JsonNode.class, read -> Thread.currentThread()
                        .getName())
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
    }
}
