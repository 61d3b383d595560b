package com.qontak.aiagent.agents.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Streamed previews from a socket through the whole service to an upstream that tells them piece by piece. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = {"agents.preview.heartbeat=200ms", "agents.preview.time-limit=4s"})
@Timeout(60)
class PreviewStreamTests {

    private static final EventUpstream UPSTREAM = EventUpstream.start();
    private static final String PREVIEW = "/v2/ai_agents/" + AgentJson.UUID + "/preview";
    private static final String MESSAGE = "{\"message\": \"Di mana paket saya?\"}";
    // One more than there were threads to write with.
    private static final int SILENT = 17;
    // Heartbeats of 200 ms each: 2.2 s, when a first event is waited for 2 s and the whole turn 4 s.
    private static final int LONGER_THAN_THE_RESPONSE_TIMEOUT = 11;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final JdbcClient rows;
    private final MeterRegistry meters;

    @Autowired
    PreviewStreamTests(Environment environment, JdbcClient rows, MeterRegistry meters) {
        this.meters = meters;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
        this.rows = rows;
    }

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry properties) {
        properties.add("testing.mekari-agent", UPSTREAM::url);
    }

    @AfterAll
    static void stopTheUpstream() {
        UPSTREAM.close();
    }

    @BeforeEach
    void forgetPreviews() {
        UPSTREAM.forgetAll();
    }

    @Test
    void eachEventArrivesBeforeTheNextIsTold() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            assertThat(caller.event()).isEqualTo("event:token\ndata:{\"text\":\"Boleh \"}");

            preview.send(
                    "trace",
                    "{\"step\": \"milestone\", \"skill_id\": \"order_status\", \"milestone_id\": \"ask\","
                            + " \"action_id\": \"create_ticket\", \"detail\": \"A skill they wrote\", \"x_new\": 1}");
            assertThat(caller.event())
                    .isEqualTo("event:trace\ndata:{\"step\":\"checkpoint\",\"capability_id\":\"order_status\","
                            + "\"checkpoint_id\":\"ask\",\"action_id\":\"create_ticket\","
                            + "\"detail\":\"A skill they wrote\"}");

            preview.send("trace", "{\"step\": \"performance_exit\", \"detail\": \"support\"}");
            assertThat(caller.event()).isEqualTo("event:trace\ndata:{\"step\":\"handover\",\"detail\":\"support\"}");

            preview.send("done", "{\"session_id\": \"ses_1\", \"reply\": \"Boleh saya minta nomornya?\"}");
            assertThat(caller.event())
                    .isEqualTo("event:done\ndata:{\"session_id\":\"ses_1\",\"reply\":\"Boleh saya minta nomornya?\"}");
            assertThat(caller.rest()).isBlank();
            assertThat(caller.status()).isEqualTo(200);
            assertThat(caller.header("Content-Type")).startsWith("text/event-stream");
            assertThat(caller.header("Cache-Control")).contains("no-store");
            assertThat(caller.header("X-Accel-Buffering")).isEqualTo("no");
        }
        assertThat(JSON.readTree(preview.body())).isEqualTo(JSON.readTree(MESSAGE));
    }

    @Test
    void streamThatIsToldToItsEndIsCountedAsASuccess() throws Exception {
        long before = streams("ok");
        long cancelled = streams("cancelled");
        StreamCaller.Sent sent = post(MESSAGE);
        UPSTREAM.next().send("done", "{\"session_id\": \"ses_1\", \"reply\": \"Boleh\"}");
        try (StreamCaller caller = sent.answer()) {
            assertThat(caller.rest()).contains("event:done");
        }

        assertThat(streams("ok")).isEqualTo(before + 1);
        assertThat(streams("cancelled")).isEqualTo(cancelled);
    }

    private long streams(String outcome) {
        return meters.find("upstream.calls").tag("call", "stream-preview").tag("outcome", outcome).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void callerWhoHangsUpEndsTheUpstreamCall() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            caller.event();
        }

        preview.awaitHangUp();

        assertThat(awaitedOutcome()).isEqualTo("cancelled -");
    }

    @Test
    void callersWhoDoNotReadHoldUpNoOtherStream() throws Exception {
        String piece = "{\"text\": \"" + "Boleh ".repeat(10_000) + "\"}";
        List<Socket> silent = new ArrayList<>();
        try {
            for (int caller = 0; caller < SILENT; caller++) {
                Socket socket = new Socket();
                silent.add(socket);
                socket.setReceiveBufferSize(4 * 1024);
                StreamCaller.post(socket, port, PREVIEW, Tokens.of(1, "bot_builder"), "en", MESSAGE);
                EventUpstream.Preview preview = UPSTREAM.next();
                for (int number = 0; number < 150; number++) {
                    preview.send("token", piece);
                }
            }
            Awaitility.await().until(() -> writesThatWait() >= SILENT - 1);

            StreamCaller.Sent sent = post(MESSAGE);
            UPSTREAM.next().send("done", "{\"session_id\": \"ses_1\", \"reply\": \"Boleh\"}");
            try (StreamCaller caller = sent.answer()) {
                assertThat(caller.event()).startsWith("event:done");
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private static long writesThatWait() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("write-"))
                .filter(thread -> thread.getKey().getState() != Thread.State.RUNNABLE)
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith(".HttpOutput")))
                .count();
    }

    @Test
    void upstreamThatDiesInTheMiddleIsToldAsTheLastEvent() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE, "id");
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            caller.event();
            preview.die();

            assertThat(caller.event())
                    .startsWith("event:error\ndata:{\"code\":\"upstream-failed\",\"message\":\"")
                    .contains("Layanan");
            assertThat(caller.rest()).isBlank();
        }
        assertThat(awaitedOutcome()).isEqualTo("failed upstream-failed");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "token | {not json",
                "token | [1]",
                "token | {}",
                "trace | {\"detail\": \"no step\"}",
                "done | {\"session_id\": \"ses_1\"}"
            })
    void malformedEventIsToldAsAFailure(String name, String data) throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            caller.event();
            preview.send(name, data);

            assertThat(caller.event()).startsWith("event:error\ndata:{\"code\":\"upstream-failed\"");
            assertThat(caller.rest()).isBlank();
        }
        preview.awaitHangUp();
    }

    @Test
    void answerThatEndsWithoutALastEventHasBrokenOff() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        preview.end();
        try (StreamCaller caller = sent.answer()) {
            caller.event();
            assertThat(caller.event()).startsWith("event:error\ndata:{\"code\":\"upstream-failed\"");
        }
    }

    @Test
    void eventWeDoNotKnowIsLeftOut() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("thinking", "{\"text\": \"hm\"}");
        preview.send("trace", "{\"step\": \"dream\"}");
        preview.send("done", "{\"session_id\": \"ses_1\", \"reply\": \"\"}");
        try (StreamCaller caller = sent.answer()) {
            assertThat(caller.event()).isEqualTo("event:trace\ndata:{\"step\":\"other\"}");
            assertThat(caller.event()).startsWith("event:done");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"code\": \"preview_failed\", \"message\": \"The skill pack is empty\"}"
                        + " | {\"code\":\"preview_failed\",\"message\":\"The capability pack is empty\"}",
                "{\"code\": \"skill_gone\", \"message\": \"It broke\"}"
                        + " | {\"code\":\"upstream-failed\",\"message\":\"It broke\"}",
                "{\"code\": \"x\", \"message\": \"see http://10.0.0.1/\"}"
                        + " | {\"code\":\"upstream-failed\",\"message\":\"A service behind this one failed or gave an"
                        + " answer that cannot be used.\"}"
            })
    void failureTheUpstreamTellsIsPutIntoPublicWords(String upstream, String told) throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        UPSTREAM.next().send("error", upstream);
        try (StreamCaller caller = sent.answer()) {
            assertThat(caller.event()).isEqualTo("event:error\ndata:" + told);
            assertThat(caller.rest()).isBlank();
        }
    }

    @Test
    void pauseLongerThanTheResponseTimeoutIsFilledWithHeartbeats() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            caller.event();
            caller.heartbeats(LONGER_THAN_THE_RESPONSE_TIMEOUT);

            preview.send("done", "{\"session_id\": \"ses_1\", \"reply\": \"Boleh\"}");
            assertThat(caller.event()).startsWith("event:done");
        }
    }

    @Test
    void turnThatNeverEndsIsCutOffAtTheTimeLimit() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        EventUpstream.Preview preview = UPSTREAM.next();
        preview.send("token", "{\"text\": \"Boleh \"}");
        try (StreamCaller caller = sent.answer()) {
            caller.event();
            assertThat(caller.event()).startsWith("event:error\ndata:{\"code\":\"upstream-timeout\"");
            assertThat(caller.rest()).isBlank();
        }
        preview.awaitHangUp();
    }

    @Test
    void firstEventThatIsLateIsATimeout() throws Exception {
        try (StreamCaller caller = post(MESSAGE).answer()) {
            assertThat(caller.status()).isEqualTo(504);
            assertThat(caller.header("Content-Type")).startsWith("application/problem+json");
            assertThat(caller.rest()).contains("/problems/upstream-timeout");
        }
        UPSTREAM.next().awaitHangUp();
    }

    @Test
    void answerWithoutAnyEventIsABadGateway() throws Exception {
        StreamCaller.Sent sent = post(MESSAGE);
        UPSTREAM.next().end();
        try (StreamCaller caller = sent.answer()) {
            assertThat(caller.status()).isEqualTo(502);
            assertThat(caller.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void agentOfAnotherTenantIsNotTried() throws Exception {
        try (StreamCaller caller = StreamCaller.post(port, PREVIEW, Tokens.of(2, "bot_builder"), "en", MESSAGE)
                .answer()) {
            assertThat(caller.status()).isEqualTo(404);
        }
        assertThat(UPSTREAM.isIdle()).isTrue();
    }

    private StreamCaller.Sent post(String body) throws IOException {
        return post(body, "en");
    }

    private StreamCaller.Sent post(String body, String language) throws IOException {
        return StreamCaller.post(port, PREVIEW, Tokens.of(1, "bot_builder"), language, body);
    }

    /** The outcome of the last preview, once it is written. */
    private String awaitedOutcome() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> rows.sql(
                                        """
                                        SELECT coalesce(o.outcome || ' ' || coalesce(o.problem, '-'), '')
                                        FROM ai_agent_bff.audit_intent i
                                        LEFT JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
                                        WHERE i.action = 'agent.preview'
                                        ORDER BY i.at DESC
                                        LIMIT 1
                                        """)
                                .query(String.class)
                                .single(),
                        outcome -> !outcome.isEmpty());
    }
}
