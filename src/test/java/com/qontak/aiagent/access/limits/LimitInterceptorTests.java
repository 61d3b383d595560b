package com.qontak.aiagent.access.limits;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "access.limits.requests-per-minute=2")
@DirtiesContext
class LimitInterceptorTests {

    private final Api api;

    @Autowired
    LimitInterceptorTests(Environment environment) {
        this.api = Api.of(environment);
    }

    @Test
    void everyAnswerTellsWhatIsLeftAndTheOneOverTheLimitWhenToComeBack() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));

        api.as(1, "bot_builder")
                .get()
                .uri("/v2/ai_agents")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Limit", "2")
                .expectHeader()
                .valueEquals("RateLimit-Remaining", "1");
        api.as(1, "bot_builder")
                .get()
                .uri("/v2/ai_agents/none")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals("RateLimit-Remaining", "0");
        api.as(1, "org_admin")
                .get()
                .uri("/v2/ai_agents")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value("Retry-After", seconds -> assertThat(Integer.parseInt(seconds))
                        .isBetween(1, 60))
                .expectHeader()
                .exists("RateLimit-Reset")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-many-requests");
        api.as(2, "bot_builder")
                .get()
                .uri("/v2/ai_agents")
                .exchange()
                .expectStatus()
                .isOk();
        MEKARI_AGENT.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void anAddressWrittenOtherwiseCountsAlike() {
        api.as(2, "bot_builder")
                .post()
                .uri(builder -> URI.create(builder.build() + "/v2/ai_agents/%67enerate"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectHeader()
                .valueEquals("RateLimit-Limit", "100000");
    }
}
