package com.qontak.aiagent.operations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class RequestLogTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String AGENT = "/v2/ai_agents/0d1c2b3a-0000-4000-8000-000000000001";

    private final Api api;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Autowired
    RequestLogTests(Environment environment) {
        this.api = Api.of(environment);
    }

    @BeforeEach
    void listen() {
        Upstreams.reset();
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        Upstreams.reset();
    }

    @Test
    void linesOfARequestCarryItsIdAndTheCallersTraceOnEveryThread() {
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));

        read("order-7").expectStatus().isEqualTo(502).expectHeader().valueEquals("X-Request-Id", "order-7");

        assertThat(lines.list)
                .filteredOn(line -> "order-7".equals(requestId(line)))
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("refuses our credential"))
                .anyMatch(line -> line.startsWith("Answering upstream-refused"));
        assertThat(lines.list)
                .filteredOn(line -> line.getFormattedMessage().contains("upstream-refused"))
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("traceId", TRACE)
                        .containsKey("spanId"));
        MEKARI_AGENT.verify(getRequestedFor(anyUrl()).withHeader("traceparent", matching("00-" + TRACE + "-.*")));
    }

    @Test
    void anIdThatCouldForgeALineIsReplaced() {
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));

        read("7 level=ERROR paid").expectHeader().value("X-Request-Id", id -> assertThat(id)
                .matches("[0-9a-f-]{36}"));

        assertThat(lines.list).isNotEmpty().allSatisfy(line -> assertThat(
                        line.getFormattedMessage() + line.getMDCPropertyMap())
                .doesNotContain("paid"));
    }

    // On the thread of the request the line has it from its context, on any other it is told with the line.
    private static String requestId(ILoggingEvent line) {
        List<KeyValuePair> told = line.getKeyValuePairs() == null ? List.of() : line.getKeyValuePairs();
        return told.stream()
                .filter(pair -> pair.key.equals("request_id"))
                .map(pair -> String.valueOf(pair.value))
                .findFirst()
                .orElse(line.getMDCPropertyMap().get("request_id"));
    }

    private WebTestClient.ResponseSpec read(String requestId) {
        return api.as(1, "bot_builder")
                .get()
                .uri(AGENT)
                .header("X-Request-Id", requestId)
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .exchange();
    }
}
