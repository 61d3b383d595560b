package com.qontak.aiagent.agents.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KpiTests {

    private final OwnDatabase database = OwnDatabase.migrated();
    private final TrailRows trail = new TrailRows(database);
    private final HikariDataSource pool = database.pool();
    private final SteppedClock clock = new SteppedClock(TrailRows.minute(100));
    private final SelectKpiCounts select = new SelectKpiCounts(pool, new Unfinished(Duration.ofMinutes(5)), clock);

    @AfterEach
    void closeDatabase() {
        pool.close();
        database.close();
    }

    @Test
    void withoutEventsCountsAreZeroAndTheRestIsUnknown() {
        KpisResponse kpis = KpisResponse.of(select.counts());

        expect(kpis.agentsBuiltAndLive(), "0", "15", Map.of("agents_saved", 0L, "agents_previewed", 0L));
        expect(kpis.organizations(), "0", "15", Map.of("agents_built_and_live", 0L));
        assertThat(kpis.draftSuccessRate().value()).isNull();
        assertThat(kpis.medianMinutesToFirstSave().value()).isNull();
        assertThat(kpis.medianMinutesToFirstSave().counts()).containsEntry("agents", 0L);
    }

    // Agents   saved: 1, 2 (organization 1), 3 (organization 2), 4 by a migration (organization 2); not 5, refused, nor
    // 6, where nothing was changed
    //          previewed: 1, 3, 6; not 2, which failed, and not 4, which was cancelled
    //          both: 1 and 3, of 2 organizations
    // Previews succeeded 4 (agent 1 twice), failed 1, cancelled 1; the one at minute 94 is 6 minutes old, its end
    //          unknown; the one after it still runs: 4 of 4 + 1 + 1 = 6 → 0.6667
    // Drafts   succeeded 3, failed 1, rejected upstream 1; refused for its input 1 does not count: 3 of 5 → 0.6
    // First saves, minutes from the first call to the answer of the creation:
    //          agent 1: actor a drafts at 0, fails to create at 5, creates at 9, answered at 10       → 10
    //          agent 2: actor a again, drafts at 20, creates at 21, answered at 24.5                  →  4.5
    //          agent 3: actor b creates at once at 30, answered at 31                                 →  1
    //          agent 4: actor a in organization 2 migrates at 40, answered at 60                      → 20
    //          sorted 1, 4.5, 10, 20: (4.5 + 10) / 2 = 7.25 → 7.3
    @Test
    void figuresFollowFromTheTrail() {
        trail.done(1, "a", "agent.generate", 0, 1, "succeeded", 0);
        trail.done(1, "a", "agent.create", 5, 5, "refused", 0);
        trail.made(1, "a", "agent.create", 9, 10, 1);
        trail.done(1, "a", "agent.generate", 20, 20.5, "succeeded", 0);
        trail.made(1, "a", "agent.create", 21, 24.5, 2);
        trail.made(2, "b", "agent.create", 30, 31, 3);
        trail.made(2, "a", "agent.migrate", 40, 60, 4);
        trail.done(2, "a", "agent.migrate", 61, 62, "succeeded", 4);
        trail.done(1, "a", "agent.replace", 62, 62, "succeeded", 1);
        trail.done(1, "a", "agent.replace", 62, 62, "refused", 5);
        trail.unchanged(3, "c", "agent.patch", 62, 6);

        trail.done(1, "a", "agent.preview", 63, 64, "succeeded", 1);
        trail.done(1, "a", "agent.preview", 64, 65, "succeeded", 1);
        trail.done(1, "a", "agent.preview", 65, 66, "failed", 2);
        trail.done(2, "b", "agent.preview", 66, 67, "succeeded", 3);
        trail.done(2, "b", "agent.preview", 67, 68, "cancelled", 4);
        trail.done(3, "c", "agent.preview", 68, 69, "succeeded", 6);
        trail.begun(3, "c", "agent.preview", 94, 6);
        trail.begun(3, "c", "agent.preview", 94.001, 6);

        trail.done(3, "c", "agent.generate", 70, 71, "succeeded", 0);
        trail.problem(3, "agent.generate", 72, "failed", "upstream-timeout");
        trail.problem(3, "agent.generate", 73, "refused", "upstream-rejected");
        trail.problem(3, "agent.generate", 74, "refused", "invalid-input");

        trail.resource(1, "doc_1", "ready");
        trail.resource(1, "doc_2", "ready");
        trail.resource(2, "doc_1", "failed");

        KpisResponse kpis = KpisResponse.of(select.counts());

        expect(kpis.agentsBuiltAndLive(), "2", "15", Map.of("agents_saved", 4L, "agents_previewed", 3L));
        expect(kpis.organizations(), "2", "15", Map.of("agents_built_and_live", 2L));
        expect(kpis.draftSuccessRate(), "0.6000", "0.90", Map.of("succeeded", 3L, "finished", 5L));
        expect(kpis.previewSuccessRate(), "0.6667", "0.95", Map.of("succeeded", 4L, "finished", 6L));
        expect(kpis.resourceSuccessRate(), "0.6667", "0.95", Map.of("ready", 2L, "finished", 3L));
        expect(kpis.medianMinutesToFirstSave(), "7.3", "30", Map.of("agents", 4L));
    }

    @Test
    void gaugesShowTheSameFiguresAndAreCountedOnceAMinute() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new KpiMeters(select, clock).bindTo(registry);
        trail.resource(1, "doc_1", "ready");

        assertThat(registry.get("initiative.resource.success.rate").gauge().value())
                .isEqualTo(1.0);
        assertThat(registry.get("initiative.draft.success.rate").gauge().value())
                .isNaN();

        trail.resource(1, "doc_2", "failed");
        clock.step(Duration.ofMillis(59_999));
        assertThat(registry.get("initiative.resource.success.rate").gauge().value())
                .isEqualTo(1.0);
        clock.step(Duration.ofMillis(1));
        assertThat(registry.get("initiative.resource.success.rate").gauge().value())
                .isEqualTo(0.5);
    }

    @Test
    void gaugesAreNoNumbersWhileTheDatabaseIsAway() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new KpiMeters(select, clock).bindTo(registry);
        pool.close();

        for (Kpi kpi : Kpi.values()) {
            assertThat(registry.get(kpi.meter()).gauge().value()).isNaN();
        }
    }

    private static void expect(KpisResponse.Figure figure, String value, String target, Map<String, Long> counts) {
        assertThat(figure.value()).isEqualTo(new BigDecimal(value));
        assertThat(figure.target()).isEqualTo(new BigDecimal(target));
        assertThat(figure.counts()).isEqualTo(counts);
    }
}
