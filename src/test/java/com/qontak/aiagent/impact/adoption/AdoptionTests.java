package com.qontak.aiagent.impact.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.access.EnabledOrganizations;
import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import com.qontak.aiagent.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdoptionTests {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    // In Jakarta it is November for seven hours already when November begins in UTC.
    private static final Instant FIRST_OF_NOVEMBER_IN_JAKARTA = Instant.parse("2026-10-31T17:00:00Z");

    private final OwnDatabase database = OwnDatabase.migrated();
    private final HikariDataSource pool = database.pool();
    private final SteppedClock clock = new SteppedClock(FIRST_OF_NOVEMBER_IN_JAKARTA);
    private final ReportLooks looks = new ReportLooks(JdbcClient.create(pool), database.calls());
    private final SelectAdoption select = new SelectAdoption(pool, new EnabledOrganizations(pool), clock);

    @BeforeEach
    void createOrganizations() throws SQLException {
        ChatbotSchema.create(pool, TestDatabase.READER_PASSWORD);
    }

    @AfterEach
    void closeDatabase() {
        pool.close();
        database.close();
    }

    @Test
    void beforeAnybodyLookedThereAreOnlyOrganizationsThatCould() {
        organization(1, "plus", "{\"ai_agent_engine_version\": 2}");
        organization(2, "360", "{\"ai_agent_engine_version\": 2, \"time_zone\": \"Asia/Makassar\"}");
        organization(3, "starter", "{\"ai_agent_engine_version\": 2}");
        organization(4, "ultimate", "{\"ai_agent_engine_version\": 1}");
        organization(5, "ultimate", "{}");

        assertThat(select.adoption()).isEqualTo(new Adoption(2, 0, 0, 0, 0));
    }

    // Looked:    September 1 3 4, October 1 2 3, November 1 2 5
    // Came back: October 1 3 of September's, November 1 2 of October's; 4 and 5 were there once
    @Test
    void organizationsCountByMonthAndCameBackWhenTheMonthBeforeHasThemToo() {
        look(SEPTEMBER, 1, 3, 4);
        look(OCTOBER, 1, 2, 3);
        look(NOVEMBER, 1, 2, 5);

        assertThat(select.adoption()).isEqualTo(new Adoption(0, 3, 3, 2, 2));
    }

    @Test
    void theMonthTurnsAtMidnightInJakarta() {
        look(OCTOBER, 1);
        clock.step(Duration.ofMillis(-1));
        assertThat(select.adoption().lookedThisMonth()).isEqualTo(1);

        clock.step(Duration.ofMillis(1));
        assertThat(select.adoption().lookedThisMonth()).isZero();
        assertThat(select.adoption().lookedLastMonth()).isEqualTo(1);
    }

    @Test
    void manyLooksInAMonthAreOneRow() {
        look(NOVEMBER, 1, 1, 1);
        new ReportLooks(JdbcClient.create(pool), database.calls())
                .noted(1, NOVEMBER, clock.instant())
                .block();

        assertThat(database.rows()
                        .sql("SELECT count(*) FROM ai_agent_bff.report_look")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLookThatCannotBeNotedIsNotedAtTheNext() {
        database.rows()
                .sql("ALTER TABLE ai_agent_bff.report_look RENAME TO away")
                .update();
        look(NOVEMBER, 1);
        database.rows()
                .sql("ALTER TABLE ai_agent_bff.away RENAME TO report_look")
                .update();
        assertThat(select.adoption().lookedThisMonth()).isZero();

        look(NOVEMBER, 1);

        assertThat(select.adoption().lookedThisMonth()).isEqualTo(1);
    }

    @Test
    void gaugesShowTheSameCountsForAMinute() {
        organization(1, "plus", "{\"ai_agent_engine_version\": 2}");
        look(OCTOBER, 1, 2);
        look(NOVEMBER, 1);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new AdoptionMeters(select, clock).bindTo(registry);

        assertThat(Stream.of(
                        registry.get("initiative.organizations.enabled").gauge().value(),
                        gauge(registry, "initiative.report.organizations", "this"),
                        gauge(registry, "initiative.report.organizations", "last"),
                        gauge(registry, "initiative.report.returned", "this"),
                        gauge(registry, "initiative.report.returned", "last")))
                .containsExactly(1.0, 1.0, 2.0, 1.0, 0.0);

        look(NOVEMBER, 2);
        clock.step(Duration.ofMillis(59_999));
        assertThat(gauge(registry, "initiative.report.organizations", "this")).isEqualTo(1);
        clock.step(Duration.ofMillis(1));
        assertThat(gauge(registry, "initiative.report.organizations", "this")).isEqualTo(2);
    }

    @Test
    void gaugesAreNoNumbersWhileTheDatabaseIsAway() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new AdoptionMeters(select, clock).bindTo(registry);
        pool.close();

        assertThat(gauge(registry, "initiative.report.organizations", "this")).isNaN();
    }

    private void look(YearMonth month, long... organizationIds) {
        for (long organizationId : organizationIds) {
            looks.noted(organizationId, month, clock.instant()).block();
        }
    }

    private void organization(long id, String plan, String settings) {
        database.rows()
                .sql(
                        "INSERT INTO organizations (id, name, plan, settings) VALUES (:id, 'Toko', :plan, :settings::jsonb)")
                .param("id", id)
                .param("plan", plan)
                .param("settings", settings)
                .update();
    }

    private static double gauge(SimpleMeterRegistry registry, String name, String month) {
        return registry.get(name).tag("month", month).gauge().value();
    }
}
