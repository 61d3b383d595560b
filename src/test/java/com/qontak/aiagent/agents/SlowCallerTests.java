package com.qontak.aiagent.agents;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Callers who do not read what they asked for hold up nobody else, and may hang up. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SlowCallerTests {

    // More than there are threads that read from upstreams.
    private static final int CALLERS = 8;
    private static final int WINDOW = 4 * 1024;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;
    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    // More than a connection within one machine takes in for a caller who does not read, which is some 3 MB.
    private static final String TEXT = "Use every skill you have. ".repeat(200_000);
    private static final String LARGE = AgentJson.agent(1, 3, "draft").replace("Use every skill you have", TEXT);

    private final int port;
    private final Api api;
    private final MeterRegistry meters;
    private final List<Socket> callers = new ArrayList<>();
    private long expected;

    @Autowired
    SlowCallerTests(Environment environment, MeterRegistry meters) {
        this.meters = meters;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
        this.api = Api.of(environment);
    }

    @BeforeEach
    void storeALargeAgent() {
        expected = answered();
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo(UPSTREAM_AGENT)).willReturn(okJson(LARGE)));
        read();
        awaitEnd();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        awaitEnd();
    }

    @Test
    void othersAreAnsweredMeanwhile() throws IOException {
        MEKARI_AGENT.resetRequests();
        for (int number = 0; number < CALLERS; number++) {
            askAndDoNotRead();
        }
        await().untilAsserted(() -> MEKARI_AGENT.verify(CALLERS, getRequestedFor(urlEqualTo(UPSTREAM_AGENT))));

        for (int number = 0; number < CALLERS; number++) {
            read();
        }
    }

    @Test
    void whoeverHangsUpIsNoFailure(CapturedOutput log) throws IOException {
        int logged = log.getAll().length();
        askAndDoNotRead();
        await().untilAsserted(() -> MEKARI_AGENT.verify(2, getRequestedFor(urlEqualTo(UPSTREAM_AGENT))));

        hangUp();

        assertThat(log.getAll().substring(logged)).doesNotContain("ERROR", "WARN");
    }

    // A caller has the last of an answer before the service has counted it.
    private void awaitEnd() {
        await().untilAsserted(() -> assertThat(answered()).isGreaterThanOrEqualTo(expected));
    }

    private long answered() {
        return meters.find("http.server.requests").tag("uri", AgentReadFilter.PATTERN).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private void read() {
        expected++;
        Long bytes = api.as(1, "bot_builder")
                .get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(DataBuffer.class)
                .getResponseBody()
                .map(SlowCallerTests::taken)
                .reduce(0L, Long::sum)
                .block();
        assertThat(bytes).isGreaterThan(TEXT.length());
    }

    private static long taken(DataBuffer piece) {
        int length = piece.readableByteCount();
        DataBufferUtils.release(piece);
        return length;
    }

    private void askAndDoNotRead() throws IOException {
        expected++;
        Socket caller = new Socket();
        callers.add(caller);
        caller.setReceiveBufferSize(WINDOW);
        caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        caller.getOutputStream()
                .write(("GET " + AGENT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Tokens.of(1, "bot_builder") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
