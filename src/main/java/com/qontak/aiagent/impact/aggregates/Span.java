package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days of a period, some counted beforehand and some not.
 *
 * @param period all of them
 * @param counted those that are, and whether by the hour as well
 */
record Span(Period period, Map<LocalDate, Boolean> counted) {

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
        Boolean byHour = counted.get(turn.day());
        if (byHour == null) {
            return Optional.empty();
        }
        Period day = period.between(turn.day(), turn.day());
        return Optional.of(
                byHour
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
