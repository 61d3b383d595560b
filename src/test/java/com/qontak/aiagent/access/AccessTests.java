package com.qontak.aiagent.access;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.nimbusds.jwt.JWTClaimsSet;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.TokenIssuer;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class AccessTests {

    private final Api api;
    private final String managementPort;

    @Autowired
    AccessTests(Environment environment) {
        this.api = Api.of(environment);
        this.managementPort = environment.getRequiredProperty("local.management.port");
    }

    @BeforeEach
    void answerAnEmptyList() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
    }

    @ParameterizedTest
    @CsvSource({
        "specialist, 200, 200", "bot_builder, 200, 403", "org_admin, 200, 200",
        "supervisor, 403, 200", "owner, 403, 200", "janitor, 403, 403"
    })
    void roleDecidesWhichHalfIsOpen(String role, int agents, int impact) {
        call(api.as(1, role), "/v2/ai_agents").expectStatus().isEqualTo(agents);
        call(api.as(1, role), "/impact/containment").expectStatus().isEqualTo(impact);
    }

    @Test
    void callWithoutATokenIsRefusedWithAChallenge() {
        call(api.anonymous(), "/v2/ai_agents")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    static Stream<Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>>> refusedTokens() {
        Date past = Date.from(Instant.now(Clock.systemUTC()).minus(Duration.ofHours(1)));
        Date future = Date.from(Instant.now(Clock.systemUTC()).plus(Duration.ofHours(1)));
        return Stream.of(
                Map.entry("expired", claims -> claims.expirationTime(past)),
                Map.entry("not yet valid", claims -> claims.notBeforeTime(future)),
                Map.entry("never ending", claims -> claims.expirationTime(null)),
                Map.entry("of another issuer", claims -> claims.issuer("https://elsewhere.example")),
                Map.entry("for another audience", claims -> claims.audience("another-service")),
                Map.entry("for no audience", claims -> claims.claim("aud", null)),
                Map.entry("of nobody", claims -> claims.subject(null)),
                Map.entry("of no organization", claims -> claims.claim("organization_id", null)),
                Map.entry("of an organization in words", claims -> claims.claim("organization_id", "one")),
                Map.entry("with roles that are no list", claims -> claims.claim("roles", "org_admin")));
    }

    @ParameterizedTest
    @MethodSource("refusedTokens")
    void tokenIsRefused(Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> token) {
        call(api.bearing(Tokens.changed(token.getValue())), "/v2/ai_agents")
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        try (TokenIssuer stranger = TokenIssuer.start(Clock.systemUTC())) {
            call(api.bearing(stranger.token(1, Duration.ofHours(1), "org_admin")), "/v2/ai_agents")
                    .expectStatus()
                    .isUnauthorized();
        }
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
    @CsvSource({"2, 403", "1, 200", "two, 400", "99, 403"})
    void nobodyElseActsForAnotherOrganization(String organization, int status) {
        api.as(1, "org_admin")
                .get()
                .uri("/v2/ai_agents")
                .header("X-Organization-Id", organization)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void organizationThatDoesNotExistIsNotFound() {
        call(api.as(99, "org_admin"), "/impact/containment").expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource({"3, plan-not-entitled", "4, autonomous-mode-not-enabled"})
    void planAndRolloutGateTheBuilder(long organization, String problem) {
        call(api.as(organization, "org_admin"), "/v2/ai_agents")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + problem);
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void planAndRolloutDoNotGateTheReport(long organization) {
        call(api.as(organization, "owner"), "/impact/containment")
                .expectStatus()
                .isOk();
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

    @Test
    void answersTellBrowsersToBeCareful() {
        call(api.as(1, "org_admin"), "/v2/ai_agents")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "frame-ancestors 'none'")
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
                .doesNotExist("Access-Control-Allow-Origin");
    }

    private static WebTestClient.ResponseSpec call(WebTestClient client, String path) {
        return client.get().uri(path).exchange();
    }
}
