package com.qontak.aiagent.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@Timeout(30)
class AuditTrailTests {

    private static final Instant NOW = Instant.parse("2026-11-01T02:03:04Z");
    private static final UUID AGENT = UUID.fromString("5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001");
    private static final AuditedAction SAVE = () -> "agent.replace";
    private static final OwnDatabase DATABASE = OwnDatabase.migrated();
    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

    private final HikariDataSource pool = DATABASE.pool();
    private final AuditTrail trail =
            new AuditTrail(new AuditRows(JdbcClient.create(pool), Clock.fixed(NOW, ZoneOffset.UTC)), DATABASE.calls());
    private final Caller caller = new Caller(
            "specialist-7",
            Set.of(Role.ORG_ADMIN, Role.SPECIALIST),
            new Organization(ORGANIZATIONS.incrementAndGet(), "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void whatADatabaseCannotKeepIsNotKeptFromIt() throws SQLException {
        trail.recorded(caller, SAVE, AGENT, event -> Mono.just(event.changed(List.of("/a\u0000b", "/\uD800"))))
                .block();

        Map<String, Object> row = onlyRow();
        assertThat(row).containsEntry("outcome", "succeeded");
        assertThat((Object[]) ((Array) row.get("changed")).getArray())
                .hasSize(2)
                .contains("/a\uFFFDb");
    }

    @Test
    void successIsRecordedWithWhatBecameKnown() throws SQLException {
        String answer = trail.recorded(caller, SAVE, AGENT, event -> {
                    event.versionBefore(3).versionAfter(4).changed(List.of("/name", "/capability_pack/profile/tone"));
                    return Mono.just("saved");
                })
                .block();

        assertThat(answer).isEqualTo("saved");
        Map<String, Object> row = onlyRow();
        assertThat(row)
                .containsEntry("actor_id", "specialist-7")
                .containsEntry("role", "specialist org_admin")
                .containsEntry("acting_for", null)
                .containsEntry("ai_agent_uuid", AGENT)
                .containsEntry("action", "agent.replace")
                .containsEntry("request_id", "request-1")
                .containsEntry("outcome", "succeeded")
                .containsEntry("problem", null)
                .containsEntry("version_before", 3L)
                .containsEntry("version_after", 4L);
        assertThat((String[]) ((Array) row.get("changed")).getArray())
                .containsExactly("/name", "/capability_pack/profile/tone");
    }

    @Test
    void intentStandsBeforeTheWorkBeginsAndTheOutcomeBeforeItsResultIsPassedOn() {
        trail.recorded(caller, SAVE, AGENT, event -> Mono.fromSupplier(this::onlyRow))
                .as(StepVerifier::create)
                .assertNext(row -> {
                    assertThat(row).containsEntry("outcome", null);
                    assertThat(onlyRow()).containsEntry("outcome", "succeeded");
                })
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERSION_MOVED_ON:refused", "UPSTREAM_TIMEOUT:failed"})
    void problemIsRecordedByItsClass(String row) {
        ProblemType type = ProblemType.valueOf(row.split(":")[0]);

        assertThatThrownBy(() -> trail.recorded(caller, SAVE, event -> {
                            event.versionBefore(3);
                            return Mono.error(new ProblemException(type));
                        })
                        .block())
                .isInstanceOf(ProblemException.class);

        assertThat(onlyRow())
                .containsEntry("outcome", row.split(":")[1])
                .containsEntry("problem", type.slug())
                .containsEntry("version_before", 3L);
    }

    @Test
    void whatNobodyExpectedIsAFailureToo() {
        assertThatThrownBy(() -> trail.recorded(caller, SAVE, event -> {
                            throw new IllegalStateException("secret");
                        })
                        .block())
                .isInstanceOf(IllegalStateException.class);

        assertThat(onlyRow()).containsEntry("outcome", "failed").containsEntry("problem", "internal-error");
        assertThat(onlyRow().toString()).doesNotContain("secret");
    }

    @Test
    void callerWhoHangsUpIsRecordedAsCancelled() {
        Sinks.One<String> never = Sinks.one();

        StepVerifier.create(trail.recorded(caller, SAVE, event -> never.asMono()))
                .then(() -> await().until(() -> never.currentSubscriberCount() == 1))
                .thenCancel()
                .verify();

        awaited("select count(*) from ai_agent_bff.audit_outcome where outcome = 'cancelled' and organization_id = "
                + caller.organizationId());
    }

    @Test
    void streamIsRecordedWhenItEndsAndAsFailedWhenItSaysSo() {
        assertThat(trail.recordedStream(caller, SAVE, AGENT, event -> Flux.just("token", "error")
                                .doOnNext(item -> {
                                    if (item.equals("error")) {
                                        event.failed(ProblemType.UPSTREAM_FAILED);
                                    }
                                }))
                        .collectList()
                        .block())
                .containsExactly("token", "error");

        assertThat(onlyRow()).containsEntry("outcome", "failed").containsEntry("problem", "upstream-failed");
    }

    @Test
    void nothingIsBegunWhenTheIntentCannotBeWritten() {
        AtomicInteger begun = new AtomicInteger();
        pool.close();

        assertThatThrownBy(() -> trail.recorded(caller, SAVE, event -> Mono.fromSupplier(begun::incrementAndGet))
                        .block())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
                    assertThat(problem.headers()).containsKey("Retry-After");
                });
        assertThat(begun).hasValue(0);
    }

    @Test
    void workThatIsDoneIsAnsweredEvenWhenItsOutcomeCannotBeWritten() {
        String answer = trail.recorded(
                        caller,
                        SAVE,
                        event -> Mono.fromSupplier(() -> {
                            pool.close();
                            return "saved";
                        }))
                .block();

        assertThat(answer).isEqualTo("saved");
        assertThat(onlyRow()).containsEntry("outcome", null);
    }

    @Test
    void changeInTheDatabaseIsRecordedOnTheSameThread() {
        trail.changed(caller, "impact.settings.set", 0, 1, List.of("/week"));

        assertThat(onlyRow())
                .containsEntry("action", "impact.settings.set")
                .containsEntry("outcome", "succeeded")
                .containsEntry("version_before", 0L)
                .containsEntry("version_after", 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ai_agent_bff.audit_intent set actor_id = 'somebody else'",
                "delete from ai_agent_bff.audit_intent",
                "truncate ai_agent_bff.audit_intent",
                "update ai_agent_bff.audit_outcome set outcome = 'failed'",
                "delete from ai_agent_bff.audit_outcome",
                "truncate ai_agent_bff.audit_outcome",
                "update ai_agent_bff.resource_outcome set outcome = 'ready'",
                "delete from ai_agent_bff.resource_outcome",
                "truncate ai_agent_bff.resource_outcome"
            })
    void nothingInTheTrailCanBeChangedOrRemoved(String statement) {
        assertThatThrownBy(() -> DATABASE.rows().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void manyWaitWithoutAThreadEach() {
        Sinks.One<String> slow = Sinks.one();
        int before = Thread.activeCount();
        List<Mono<String>> waiting = IntStream.range(0, 2000)
                .mapToObj(number -> trail.recorded(caller, SAVE, event -> slow.asMono()))
                .toList();
        AtomicInteger most = new AtomicInteger();

        StepVerifier.create(Flux.merge(Flux.fromIterable(waiting), 2000).count())
                .then(() -> {
                    awaited("select case when count(*) = 2000 then 1 end from ai_agent_bff.audit_intent"
                            + " where organization_id = " + caller.organizationId());
                    most.set(Thread.activeCount() - before);
                    slow.tryEmitValue("done");
                })
                .expectNext(2000L)
                .verifyComplete();

        assertThat(most).hasValueLessThan(30);
    }

    private Map<String, Object> onlyRow() {
        return DATABASE.rows()
                .sql(
                        """
                        SELECT i.actor_id, i.role, i.acting_for, i.ai_agent_uuid, i.action, i.request_id,
                               o.outcome, o.problem, o.version_before, o.version_after, o.changed
                        FROM ai_agent_bff.audit_intent i
                        LEFT JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
                        WHERE i.organization_id = :organization_id
                        """)
                .param("organization_id", caller.organizationId())
                .query()
                .singleRow();
    }

    // What happens on another thread is asked for until it is there.
    private static long awaited(String count) {
        return await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> DATABASE.rows()
                                .sql(count)
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        found -> found > 0);
    }
}
