package com.qontak.aiagent.instances;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of its own that is killed in the middle of its work, and what the instance that is left says of it. */
@Timeout(120)
class KilledInstanceTests {

    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;

    private final FreshDatabase database = ServiceInstance.database();
    private final JdbcClient rows = JdbcClient.create(database.dataSource());
    private final ServiceInstance left = ServiceInstance.start(database);

    @TempDir
    private Path folder;

    private int port;
    private Process process;

    @BeforeEach
    void startTheOther() throws IOException {
        Upstreams.reset();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = ServiceInstance.process(database, port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90)).until(this::answers);
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
        left.close();
        Upstreams.reset();
    }

    @Test
    void whatItHadBegunIsUnknownAndWhatItHadNotCommittedIsNotThere() throws Exception {
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(okJson(AgentJson.agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(
                put(anyUrl()).willReturn(okJson(AgentJson.agent(1, 4, "draft")).withFixedDelay(20_000)));
        CompletableFuture<HttpResponse<Void>> saved = send("bot_builder", AGENT, "\"3\"", AgentJson.save(pack()));
        await().until(() -> MEKARI_AGENT
                        .countRequestsMatching(putRequestedFor(anyUrl()).build())
                        .getCount()
                == 1);
        CompletableFuture<HttpResponse<Void>> set;
        try (Connection owner = database.dataSource().getConnection();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table ai_agent_bff.audit_outcome in access exclusive mode");
            set = send("org_admin", "/impact/settings", "\"0\"", "{\"onboarding_date\": \"2026-09-01\"}");
            await().until(this::changeWaitsForTheLock);

            process.destroyForcibly().waitFor();

            owner.rollback();
        }

        assertThat(saved).failsWithin(Duration.ofSeconds(10));
        assertThat(set).failsWithin(Duration.ofSeconds(10));
        outcome("running");
        letThreeMinutesGoBy();
        outcome("unknown");
        left.as(1, "org_admin")
                .get()
                .uri("/impact/settings")
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.onboarding_date")
                .isEmpty();
        assertThat(rows.sql("select action from ai_agent_bff.audit_intent")
                        .query(String.class)
                        .list())
                .containsExactly("agent.replace");
    }

    /** The trail lets nobody rewrite it, but for a superuser who goes around its triggers. */
    private void letThreeMinutesGoBy() throws SQLException {
        try (Connection owner = database.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update ai_agent_bff.audit_intent set at = at - interval '3 minutes'");
        }
    }

    private void outcome(String outcome) {
        left.as(1, "bot_builder")
                .get()
                .uri(AGENT + "/activity")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].outcome")
                .isEqualTo(outcome);
    }

    private boolean changeWaitsForTheLock() {
        return rows.sql("select count(*) from pg_locks where not granted and database = "
                                + "(select oid from pg_database where datname = current_database())")
                        .query(Long.class)
                        .single()
                == 1;
    }

    private CompletableFuture<HttpResponse<Void>> send(String role, String path, String version, String body) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Authorization", "Bearer " + Tokens.of(1, role))
                                .header("Content-Type", "application/json")
                                .header("If-Match", version)
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("It did not start: " + Files.readString(folder.resolve("log")));
        }
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return caller.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String pack() {
        return AgentJson.CAPABILITY_PACK.replace("\"resource_ids\": [\"doc_1\"]", "\"resource_ids\": []");
    }
}
