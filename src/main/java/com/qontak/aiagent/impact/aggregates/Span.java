package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The days of a period, some counted beforehand and some not.
 *
 * @param period all of them
 * @param counted those that are
 */
record Span(Period period, Set<LocalDate> counted) {

    /** @return the stretches of days that are not counted, in order */
    List<Period> missing() {
        List<Period> missing = new ArrayList<>();
        LocalDate first = null;
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            if (counted.contains(day)) {
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
     * @return the counted day that is settled in part: the one before is settled, the one after is not
     */
    Optional<Period> straddling(Instant settledThrough) {
        return Optional.of(turn(settledThrough)).filter(counted::contains).map(day -> period.between(day, day));
    }

    /**
     * @param settledThrough a moment
     * @return the first day that is not settled as a whole
     */
    LocalDate turn(Instant settledThrough) {
        return LocalDate.ofInstant(settledThrough, period.timeZone());
    }

    /**
     * @param settledThrough a moment
     * @return the stretches that have to be counted one by one for figures that depend on what is settled by then
     */
    List<Period> live(Instant settledThrough) {
        List<Period> live = new ArrayList<>(missing());
        straddling(settledThrough).ifPresent(live::add);
        return live;
    }
}
