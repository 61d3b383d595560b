package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.forecast.Backtest;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.localrun.demo.DemoData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the local run's own organizations, months of plausible rooms with their telemetry. */
class DemoReportTests {

    private static final Instant AS_OF = Instant.parse("2026-11-20T03:00:00Z");

    @BeforeAll
    static void load() throws SQLException {
        DemoData.load(RoomsDatabase.shared().owner(), Clock.fixed(AS_OF, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theForecastIsNoWorseThanRepeatingTheWeekBeforeOrSaysSo(long organization) {
        Report report = report(organization);
        Backtest backtest = report.forecast().backtest();
        assertThat(backtest.weeks()).isEqualTo(8);
        assertThat(backtest.worseThanNaive())
                .isEqualTo(backtest.meanAbsoluteError().compareTo(backtest.naiveMeanAbsoluteError()) > 0);
        assertThat(report.story().notes().stream().anyMatch(note -> note.contains("simply repeating")))
                .isEqualTo(backtest.worseThanNaive());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everythingIsThere(long organization) {
        Report report = report(organization);
        assertThat(report.containment().enoughData()).isTrue();
        assertThat(report.trend().available()).isTrue();
        assertThat(report.sentiment().available()).isTrue();
        assertThat(report.turns().available()).isTrue();
        assertThat(report.workAbsorbed().suggestedMinutes()).isNotNull();
    }

    private static Report report(long organization) {
        Period period = new Period(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 19), ZoneId.of("Asia/Jakarta"));
        Slice slice = new Slice(organization, period, Filter.NONE, AS_OF, Duration.ofHours(48));
        return ReportFixture.service(RoomsDatabase.shared(), GivenAssumptions.NONE)
                .report(slice, EnumSet.allOf(Block.class), Language.ENGLISH);
    }
}
