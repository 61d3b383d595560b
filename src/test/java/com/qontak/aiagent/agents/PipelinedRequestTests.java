package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * A connection's next request may be there before the last one is answered. It is none of the business of whoever brought
 * that answer: the threads that read from upstreams are few, and it may keep its own waiting.
 */
@ServiceTest
class PipelinedRequestTests {

    // More than there are threads that read from upstreams.
    private static final int CALLERS = 2 * Math.max(4, Runtime.getRuntime().availableProcessors());
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;

    private final int port;
    private final List<Socket> callers = new ArrayList<>();

    @Autowired
    PipelinedRequestTests(Environment environment) {
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }

    @BeforeEach
    void storeAnAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(
                get(urlPathEqualTo("/v1/agents/" + AgentJson.UUID)).willReturn(okJson(AgentJson.agent(1, 3, "draft"))));
    }

    @Test
    void requestWhoseBodyDoesNotComeHoldsUpNoAnswerOfOthers() throws IOException {
        for (int caller = 0; caller < CALLERS; caller++) {
            assertThat(statusOf(read() + "POST /v2/ai_agents HTTP/1.1\r\nHost: localhost\r\n" + token()
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"))
                    .as("caller %d", caller)
                    .isEqualTo("HTTP/1.1 200");
        }
        assertThat(statusOf(read())).isEqualTo("HTTP/1.1 200");
    }

    private String statusOf(String requests) throws IOException {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
        callers.add(caller);
        caller.setSoTimeout(PATIENCE_MILLIS);
        caller.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        return new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static String read() {
        return "GET " + AGENT + " HTTP/1.1\r\nHost: localhost\r\n" + token() + "\r\n";
    }

    private static String token() {
        return "Authorization: Bearer " + Tokens.of(1, "bot_builder") + "\r\n";
    }
}
