package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.aggregates.Span.Counted;
import com.qontak.aiagent.impact.aggregates.Span.Sums;
import com.qontak.aiagent.impact.period.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpanTests {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Turn LATER = new Turn(LocalDate.of(2026, 11, 20), 0);

    @Test
    void wholeMonthsStandForTheirDaysAndTheDaysAroundThemForThemselves() {
        assertThat(summed("2026-07-31", "2026-11-15").sums(LATER))
                .isEqualTo(sums(
                        List.of("2026-08-01", "2026-09-01", "2026-10-01"),
                        period("2026-07-31", "2026-07-31"),
                        period("2026-11-01", "2026-11-15")));
    }

    @Test
    void aPeriodOfWholeMonthsHasNoDaysAroundThem() {
        assertThat(summed("2026-02-01", "2026-03-31").sums(LATER)).isEqualTo(sums(List.of("2026-02-01", "2026-03-01")));
    }

    @Test
    void aPeriodWithinAMonthHasNoneEvenFromItsFirstDayOrToItsLast() {
        for (Period period : List.of(
                period("2026-10-02", "2026-10-31"),
                period("2026-10-01", "2026-10-30"),
                period("2026-10-15", "2026-11-14"))) {
            assertThat(summed(period).sums(LATER)).isEqualTo(sums(List.of(), period));
        }
    }

    @Test
    void aMonthWithADayOutsideItsSumsIsAddedUpByDay() {
        Span span = summed("2026-08-01", "2026-10-31");
        span.counted().put(LocalDate.of(2026, 9, 30), new Counted(false, false));
        span.counted().remove(LocalDate.of(2026, 8, 1));
        assertThat(span.sums(LATER)).isEqualTo(sums(List.of("2026-10-01"), period("2026-08-01", "2026-09-30")));
    }

    @Test
    void theMonthOfTheTurnIsAddedUpByDayEvenWhenItTurnsOnTheLast() {
        Span span = summed("2026-09-01", "2026-10-31");
        assertThat(span.sums(new Turn(LocalDate.of(2026, 10, 31), 0)))
                .isEqualTo(sums(List.of("2026-09-01"), period("2026-10-01", "2026-10-31")));
        assertThat(span.sums(new Turn(LocalDate.of(2026, 9, 30), 0)))
                .isEqualTo(sums(List.of(), period("2026-09-01", "2026-10-31")));
        assertThat(span.sums(new Turn(LocalDate.of(2026, 11, 1), 0)))
                .isEqualTo(sums(List.of("2026-09-01", "2026-10-01")));
    }

    private static Span summed(String from, String to) {
        return summed(period(from, to));
    }

    private static Span summed(Period period) {
        Map<LocalDate, Counted> days = period.from()
                .datesUntil(period.to().plusDays(1))
                .collect(Collectors.toMap(Function.identity(), day -> new Counted(false, true)));
        return new Span(period, new HashMap<>(days));
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), JAKARTA);
    }

    private static Sums sums(List<String> months, Period... days) {
        return new Sums(months.stream().map(LocalDate::parse).toList(), List.of(days));
    }
}
