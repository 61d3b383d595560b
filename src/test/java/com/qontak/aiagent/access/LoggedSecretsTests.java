package com.qontak.aiagent.access;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.ApiCaller;
import com.qontak.aiagent.testing.ApiOperation;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What people write and what opens doors is in no line of the log, whether a call goes well or not. */
@ServiceTest
class LoggedSecretsTests {

    private static final String WRITTEN = "what-only-the-customer-knows";
    private static final List<String> SECRETS = List.of(
            WRITTEN,
            Tokens.of(1, "specialist"),
            Tokens.of(1, "org_admin"),
            "mekari-agent-credential",
            "chatbot-ai-credential",
            "noncore-mrag-credential");

    private final ApiCaller api;
    private final Lines lines = new Lines();

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> written = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            written.add(event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    @Autowired
    LoggedSecretsTests(Environment environment) {
        this.api = ApiCaller.of(environment);
    }

    @BeforeEach
    void listen() {
        lines.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(lines);
    }

    @AfterEach
    void forget() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        Upstreams.reset();
    }

    @Test
    void noLineHoldsWhatWasWrittenOrWhatOpensDoors() {
        Upstreams.reset();
        all().forEach(upstream -> upstream.stubFor(any(anyUrl()).willReturn(okJson(AgentJson.agent(1, 1, "draft")))));
        everyCall();
        all().forEach(upstream ->
                upstream.stubFor(any(anyUrl()).willReturn(serverError().withBody(WRITTEN))));
        everyCall();

        assertThat(lines.written).isNotEmpty();
        assertThat(lines.written).allSatisfy(line -> assertThat(line).doesNotContain(SECRETS));
    }

    private void everyCall() {
        for (ApiOperation call : ApiOperation.all()) {
            boolean report = call.path().startsWith("/impact");
            ApiOperation telling = new ApiOperation(
                    call.method(),
                    call.path(),
                    call.sends(),
                    call.accepts(),
                    call.query(),
                    call.body().map(LoggedSecretsTests::telling));
            api.call(telling, Tokens.of(1, report ? "org_admin" : "specialist"), Map.of("If-Match", "\"1\""));
        }
    }

    // Every longer text, so that ids and words of a choice stay what they are.
    private static JsonNode telling(JsonNode body) {
        try {
            return new ObjectMapper()
                    .readTree(body.toString().replaceAll("\"([A-Z][^\"]* [^\"]*)\"", "\"$1 " + WRITTEN + "\""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<WireMockServer> all() {
        return List.of(Upstreams.MEKARI_AGENT, Upstreams.CHATBOT_AI, Upstreams.NONCORE_MRAG);
    }
}
