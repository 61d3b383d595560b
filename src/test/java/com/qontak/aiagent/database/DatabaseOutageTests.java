package com.qontak.aiagent.database;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.testing.DatabaseLink;
import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.Upstreams;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The database goes away, hangs, is slow or has no connection left: 503 with a time to come back, and then all is well. */
@Timeout(60)
class DatabaseOutageTests {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private static FreshDatabase database;
    private static DatabaseLink link;
    private static ServiceInstance service;

    @BeforeAll
    static void start() {
        database = ServiceInstance.database();
        link = DatabaseLink.to(database);
        service = ServiceInstance.start(
                link.near(),
                "spring.datasource.hikari.maximum-pool-size=3",
                "spring.datasource.hikari.connection-timeout=1000",
                "spring.datasource.hikari.validation-timeout=500",
                "spring.datasource.hikari.data-source-properties.socketTimeout=2",
                "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=1s",
                "impact.datasource.connection-timeout=1s",
                "impact.datasource.statement-timeout=500ms",
                "impact.statement-timeout=1s",
                // Days counted beforehand would answer while the rooms are locked, as soon as there are any.
                "impact.freshness=0s",
                "resilience4j.bulkhead.instances.impact-reports.max-wait-duration=100ms",
                "access.organization-cache-ttl=0s");
    }

    @AfterAll
    static void stop() {
        service.close();
        link.close();
    }

    @BeforeEach
    void answerUpstream() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
        CHATBOT_AI.stubFor(
                post(anyUrl()).willReturn(okJson("{\"skill_pack\": {\"schema_version\": 1}, \"notes\": []}")));
    }

    @AfterEach
    void mendAndRecover() {
        link.mend();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status(draft()) == 200 && status(report()) == 200 && status(health("readiness")) == 200);
        Upstreams.reset();
    }

    @Test
    void databaseThatIsAwayIsSaidAtOnceAndNothingIsSent() {
        link.cut();

        unavailable(draft());
        unavailable(report());
        CHATBOT_AI.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void readinessSaysWhyAndLivenessDoesNotLook() {
        link.cut();

        await().atMost(Duration.ofSeconds(5)).until(() -> status(health("readiness")) == 503);
        health("readiness")
                .expectBody()
                .jsonPath("$.components.ownDatabase.details.reason")
                .isEqualTo("PSQLException")
                .jsonPath("$.components.readOnlyDatabase.status")
                .isEqualTo("DOWN");
        health("liveness").expectStatus().isOk();
    }

    @Test
    void databaseThatHangsHoldsNoRequestForLong() {
        link.fallSilent();
        Instant begun = Instant.now();

        unavailable(draft());
        unavailable(report());

        assertThat(Duration.between(begun, Instant.now())).isLessThan(AT_MOST);
    }

    @Test
    void statementThatTakesTooLongIsCancelled() throws Exception {
        try (Connection owner = database.dataSource().getConnection();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table rooms in access exclusive mode");

            unavailable(report());

            assertThat(waitingForALock(lock)).isZero();
            owner.rollback();
        }
    }

    @Test
    void reportsThatHangLeaveConnectionsForEverybodyElse() throws Exception {
        int atOnce = service.bean(BulkheadRegistry.class)
                .bulkhead("impact-reports")
                .getBulkheadConfig()
                .getMaxConcurrentCalls();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try (Connection owner = database.dataSource().getConnection();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table rooms in access exclusive mode");
            List<CompletableFuture<Void>> reports = IntStream.range(0, 20)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> unavailableUntil(enough), callers))
                    .toList();
            await().pollInSameThread().pollInterval(Duration.ofMillis(10)).until(() -> waitingForALock(lock) == atOnce);

            service.as(2, "bot_builder")
                    .get()
                    .uri("/v2/ai_agents")
                    .exchange()
                    .expectStatus()
                    .isOk();

            enough.set(true);
            reports.forEach(CompletableFuture::join);
            owner.rollback();
        } finally {
            enough.set(true);
            callers.shutdownNow();
        }
    }

    @Test
    void poolWithoutAConnectionLeftIsSaidInTime() throws Exception {
        HikariDataSource pool = service.bean(HikariDataSource.class);
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection();
                Connection third = pool.getConnection()) {
            assertThat(List.of(first, second, third)).doesNotContainNull();

            unavailable(draft());

            health("readiness").expectStatus().isOk();
        }
    }

    private static ResponseSpec draft() {
        return service.as(1, "bot_builder")
                .post()
                .uri("/v2/ai_agents/generate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"prompt\": \"An assistant for a small fashion shop\"}")
                .exchange();
    }

    private static ResponseSpec report() {
        return service.as(1, "org_admin").get().uri("/impact/report").exchange();
    }

    // Each hangs for half a second, and is asked for again: whenever the others are asked, as many hang as may.
    private static void unavailableUntil(AtomicBoolean enough) {
        while (!enough.get()) {
            unavailable(report());
        }
    }

    private static int waitingForALock(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                """
                select count(*)
                from pg_locks
                where not granted
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
            waiting.next();
            return waiting.getInt(1);
        }
    }

    private static ResponseSpec health(String probe) {
        return service.management().get().uri("/actuator/health/" + probe).exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private static void unavailable(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/database-unavailable");
    }
}
