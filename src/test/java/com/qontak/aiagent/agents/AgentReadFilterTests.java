package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.context.support.ServletRequestHandledEvent;

/** A read that takes the short way passes no dispatcher, and is answered as the full way answers it. */
@ServiceTest
@TestPropertySource(properties = {"access.allowed-origins=https://app.example", "testing.action-cache-ttl=1h"})
class AgentReadFilterTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;
    // Nobody reads a query here, but it is out of the ordinary.
    private static final String FULL_WAY = AGENT + "?full";
    private static final List<String> OF_ONE_REQUEST = List.of("Date", "RateLimit-Remaining", "RateLimit-Reset");
    private static final String REQUEST_ID = "abc-1";

    private final ConfigurableApplicationContext context;
    private final Api api;
    private final List<ServletRequestHandledEvent> dispatched = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ServletRequestHandledEvent> listener = dispatched::add;

    @Autowired
    AgentReadFilterTests(ConfigurableApplicationContext context) {
        this.context = context;
        this.api = Api.of(context.getEnvironment());
    }

    @BeforeEach
    void makeTheCallersKnown() {
        Upstreams.reset();
        store(get(urlPathEqualTo(UPSTREAM_AGENT)).willReturn(okJson(AgentJson.agent(1, 3, "draft"))));
        ask(1, "bot_builder", FULL_WAY, "Accept", "*/*");
        ask(2, "bot_builder", FULL_WAY, "Accept", "*/*");
        ask(1, "supervisor", FULL_WAY, "Accept", "*/*");
        context.addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        context.removeApplicationListener(listener);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json",
        "Accept, */*",
        "Accept, 'application/json, text/plain, */*'",
        "Accept-Language, id",
        "Accept-Language, 'fr, id;q=0.5'",
        "Accept-Encoding, gzip",
        "If-None-Match, '\"3\"'",
        "If-None-Match, '\"2\"'",
        "If-None-Match, 'W/\"3\"'",
        "Origin, https://app.example",
        "X-Organization-Id, 1",
        "traceparent, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"
    })
    void plainReadTakesTheShortWay(String header, String value) {
        Map<String, String> answer = ask(1, "bot_builder", AGENT, header, value);

        assertThat(dispatched).isEmpty();
        assertThat(answer).isEqualTo(ask(1, "bot_builder", FULL_WAY, header, value));
        assertThat(dispatched).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, text/html, 406",
        "Accept, application/jsonlines, 406",
        "Accept, 'text/html, xapplication/json', 406",
        "Accept, application/json/x, 406",
        "Accept, application/json;q=0.5, 200",
        "If-None-Match, '\"3\", \"4\"', 304",
        "If-None-Match, *, 200",
        "X-Organization-Id, 2, 403",
        "X-Organization-Id, two, 400"
    })
    void whatIsOutOfTheOrdinaryTakesTheFullWay(String header, String value, String status) {
        Map<String, String> answer = ask(1, "bot_builder", AGENT, header, value);

        assertThat(dispatched).hasSize(1);
        assertThat(answer).containsEntry("status", status).isEqualTo(ask(1, "bot_builder", FULL_WAY, header, value));
    }

    @Test
    void pageOfAnotherOriginIsRefusedByBothWays() {
        assertThat(ask(1, "bot_builder", AGENT, "Origin", "https://elsewhere.example"))
                .containsEntry("status", "403")
                .isEqualTo(ask(1, "bot_builder", FULL_WAY, "Origin", "https://elsewhere.example"));
    }

    @Test
    void callerWhoMayNotBuildIsRefusedByBothWays() {
        assertThat(ask(1, "supervisor", AGENT, "Accept", "*/*"))
                .containsEntry("status", "403")
                .isEqualTo(ask(1, "supervisor", FULL_WAY, "Accept", "*/*"));
    }

    @Test
    void agentOfAnotherTenantIsNotFoundByEitherWay() {
        Map<String, String> answer = ask(2, "bot_builder", AGENT, "Accept", "*/*");

        assertThat(answer).containsEntry("status", "404").isEqualTo(ask(2, "bot_builder", FULL_WAY, "Accept", "*/*"));
    }

    @Test
    void failureOfTheUpstreamIsAnsweredAlike() {
        store(get(urlPathEqualTo(UPSTREAM_AGENT)).willReturn(serverError()));

        assertThat(ask(1, "bot_builder", AGENT, "Accept", "*/*"))
                .containsEntry("status", "502")
                .isEqualTo(ask(1, "bot_builder", FULL_WAY, "Accept", "*/*"));
    }

    @Test
    void upstreamIsAskedOnBehalfOfTheCaller() {
        MEKARI_AGENT.resetRequests();

        ask(1, "bot_builder", AGENT, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

        MEKARI_AGENT.verify(
                1,
                getRequestedFor(urlEqualTo(UPSTREAM_AGENT))
                        .withHeader("X-Organization-Id", equalTo("1"))
                        .withHeader("X-Request-Id", equalTo(REQUEST_ID))
                        .withHeader("traceparent", matching("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00")));
    }

    private static void store(MappingBuilder agent) {
        MEKARI_AGENT.stubFor(agent);
    }

    /** All of an answer but what differs from one request to the next. */
    private Map<String, String> ask(long organizationId, String role, String uri, String header, String value) {
        EntityExchangeResult<byte[]> result = api.as(organizationId, role)
                .method(HttpMethod.GET)
                .uri(uri)
                .header("X-Request-Id", REQUEST_ID)
                .header(header, value)
                .exchange()
                .expectBody()
                .returnResult();
        Map<String, String> answer = new TreeMap<>();
        result.getResponseHeaders().forEach((name, values) -> answer.put(name, values.toString()));
        OF_ONE_REQUEST.forEach(answer::remove);
        answer.put("status", Integer.toString(result.getStatus().value()));
        byte[] body = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        answer.put("body", new String(body, StandardCharsets.ISO_8859_1));
        return answer;
    }
}
