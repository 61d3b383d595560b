package com.qontak.aiagent.access.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@TestPropertySource(properties = "access.limits.requests-per-minute=99999")
@DirtiesContext
class DatabaseAwayTests {

    private static final String AGENT = "/v2/ai_agents/5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";

    private final WebTestClient builder;

    @Autowired
    DatabaseAwayTests(Environment environment, DataSource own) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        ((HikariDataSource) own).close();
    }

    @BeforeEach
    void forgetUpstreams() {
        Upstreams.reset();
    }

    @Test
    void nothingIsChangedAndNothingIsSent() {
        refuse(HttpMethod.POST, "/v2/ai_agents", "{\"name\": \"Toko\", \"capability_pack\": {}}", "key");
        refuse(HttpMethod.POST, "/v2/ai_agents", "{\"name\": \"Toko\", \"capability_pack\": {}}", null);
        refuse(HttpMethod.PUT, AGENT, "{\"name\": \"Toko\", \"capability_pack\": {}}", null);
        refuse(HttpMethod.POST, "/v2/ai_agents/generate", "{\"prompt\": \"An assistant for a fashion shop\"}", null);
        builder.delete().uri(AGENT).exchange().expectStatus().isEqualTo(503);

        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
        CHATBOT_AI.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void readsAreStillAnsweredAndStillLimited() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));

        builder.get()
                .uri("/v2/ai_agents")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Limit", "99999");
    }

    private void refuse(HttpMethod method, String path, String body, String key) {
        builder.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.set("If-Match", "\"1\"");
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/database-unavailable");
    }
}
