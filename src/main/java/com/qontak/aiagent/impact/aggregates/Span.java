package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days of a period, some counted beforehand and some not.
 *
 * @param period all of them
 * @param counted those that are, and perhaps others outside the period
 */
record Span(Period period, Map<LocalDate, Counted> counted) {

    /**
     * How a day is counted, beside as a whole.
     *
     * @param byHour by the hour as well
     * @param inMonth in the sums of its month as well
     */
    record Counted(boolean byHour, boolean inMonth) {

        /** Not beside. */
        static final Counted AS_A_WHOLE = new Counted(false, false);
    }

    /**
     * What adds up to the counted days.
     *
     * @param months the first days of the months whose sums stand for all their days
     * @param days the stretches around them, in order
     */
    record Sums(List<LocalDate> months, List<Period> days) {}

    /** @return the stretches of days that are not counted, in order */
    List<Period> missing() {
        List<Period> missing = new ArrayList<>();
        LocalDate first = null;
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            if (counted.containsKey(day)) {
                if (first != null) {
                    missing.add(period.between(first, day.minusDays(1)));
                }
                first = null;
            } else if (first == null) {
                first = day;
            }
        }
        if (first != null) {
            missing.add(period.between(first, period.to()));
        }
        return missing;
    }

    /**
     * @param settledThrough a moment
     * @return where it stands among the days and hours
     */
    Turn turn(Instant settledThrough) {
        return Turn.at(settledThrough, period.timeZone());
    }

    /**
     * @param slice of the period
     * @param settledThrough a moment
     * @return what of a counted day is settled in part: its hour of that moment, or all of it if it has no hours
     */
    Optional<Slice> straddling(Slice slice, Instant settledThrough) {
        Turn turn = turn(settledThrough);
        Counted turning =
                turn.day().isBefore(period.from()) || turn.day().isAfter(period.to()) ? null : counted.get(turn.day());
        if (turning == null) {
            return Optional.empty();
        }
        Period day = period.between(turn.day(), turn.day());
        return Optional.of(
                turning.byHour()
                        ? slice.over(day)
                                .between(later(turn.hourStart(), day.start()), earlier(turn.hourEnd(), day.end()))
                        : slice.over(day));
    }

    /**
     * @param slice of the period
     * @param settledThrough a moment
     * @return what has to be counted one by one for figures that depend on what is settled by then
     */
    List<Slice> live(Slice slice, Instant settledThrough) {
        List<Slice> live = new ArrayList<>(missing().stream().map(slice::over).toList());
        straddling(slice, settledThrough).ifPresent(live::add);
        return live;
    }

    /**
     * @param turn what is settled in part
     * @return the months that are summed up whole, all of them before the turn, and the days around them
     */
    Sums sums(Turn turn) {
        List<LocalDate> months = new ArrayList<>();
        List<Period> days = new ArrayList<>();
        LocalDate from = period.from();
        for (LocalDate month = from.minusDays(1).with(TemporalAdjusters.firstDayOfNextMonth());
                !month.isAfter(period.to());
                month = month.plusMonths(1)) {
            if (summed(month, turn)) {
                if (from.isBefore(month)) {
                    days.add(period.between(from, month.minusDays(1)));
                }
                months.add(month);
                from = month.plusMonths(1);
            }
        }
        if (!from.isAfter(period.to())) {
            days.add(period.between(from, period.to()));
        }
        return new Sums(months, days);
    }

    private boolean summed(LocalDate month, Turn turn) {
        LocalDate last = month.with(TemporalAdjusters.lastDayOfMonth());
        return !last.isAfter(period.to())
                && last.isBefore(turn.day())
                && month.datesUntil(last.plusDays(1)).map(counted::get).allMatch(day -> day != null && day.inMonth());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
