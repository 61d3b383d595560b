package com.qontak.aiagent.access;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class AccessTests {

    private final Api api;
    private final JdbcClient rows;
    private final String managementPort;

    @Autowired
    AccessTests(Environment environment, JdbcClient rows) {
        this.rows = rows;
        this.api = Api.of(environment);
        this.managementPort = environment.getRequiredProperty("local.management.port");
    }

    @BeforeEach
    void answerAnEmptyList() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
    }

    @Test
    void specialistActsForAnotherOrganization() {
        api.as(3, "specialist")
                .get()
                .uri("/v2/ai_agents")
                .header("X-Organization-Id", "2")
                .exchange()
                .expectStatus()
                .isOk();
        MEKARI_AGENT.verify(getRequestedFor(urlPathEqualTo("/v1/agents"))
                .withHeader("X-Organization-Id", equalTo("2"))
                .withQueryParam("organization_id", equalTo("2")));
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "two, 400", "99, 403"})
    void organizationToActForIsRead(String organization, int status) {
        api.as(1, "org_admin")
                .get()
                .uri("/v2/ai_agents")
                .header("X-Organization-Id", organization)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP x", "Basic x", "Bearer", "x"})
    void authorizationOfAnotherKindIsRefusedWithAProblem(String authorization) {
        api.anonymous()
                .get()
                .uri("/v2/ai_agents")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void organizationWithoutAPlanHasNoneThatIsEntitled() {
        rows.sql("INSERT INTO organizations (id) VALUES (73)").update();
        call(api.as(73, "org_admin"), "/v2/ai_agents")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/plan-not-entitled");
        call(api.as(73, "org_admin"), "/impact/settings").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({"/v3/api-docs", "/swagger-ui/index.html", "/problems/not-found"})
    void documentationIsOpen(String path) {
        call(api.anonymous(), path).expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/prometheus"})
    void actuatorListensOnTheManagementPortAlone(String path) {
        call(api.as(1, "org_admin"), path).expectStatus().isNotFound();
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/env",
        "/actuator/configprops",
        "/actuator/heapdump",
        "/actuator/threaddump",
        "/actuator/beans",
        "/actuator/loggers",
        "/actuator/httpexchanges",
        "/actuator/shutdown"
    })
    void whatTellsOfSecretsIsNowhere(String path) {
        call(api.as(1, "specialist"), path).expectStatus().isNotFound();
        WebTestClient management = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .defaultHeaders(headers -> headers.setBearerAuth(Tokens.of(1, "specialist")))
                .build();
        call(management, path).expectStatus().isNotFound();
    }

    @Test
    void answersTellBrowsersToBeCareful() {
        call(api.as(1, "org_admin"), "/v2/ai_agents")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Strict-Transport-Security", "max-age=31536000.*")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*");
    }

    @Test
    void browserOfAnUnknownOriginIsRefused() {
        api.anonymous()
                .options()
                .uri("/v2/ai_agents")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/origin-not-allowed");
    }

    @Test
    void browserThatSendsNoTypeInParticularIsRefused() {
        api.anonymous()
                .get()
                .uri("/v2/ai_agents")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "*/*")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unsupported-media-type");
    }

    private static WebTestClient.ResponseSpec call(WebTestClient client, String path) {
        return client.get().uri(path).exchange();
    }
}
