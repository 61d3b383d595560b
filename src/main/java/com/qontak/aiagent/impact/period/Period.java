package com.qontak.aiagent.impact.period;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Two local dates, both included. The only place where a local date becomes an instant.
 *
 * @param from the first date
 * @param to the last date, not before the first
 * @param timeZone the organization's zone
 */
@Schema(description = "Two local dates, both included, in the organization's time zone.")
public record Period(
        @Schema(description = "The first day, a local date.", example = "2026-10-24") LocalDate from,
        @Schema(description = "The last day, a local date, included.", example = "2026-11-20") LocalDate to,
        @Schema(
                        description = "The organization's time zone, in which its days begin and end.",
                        example = "Asia/Jakarta")
                ZoneId timeZone) {

    /** @throws IllegalArgumentException if the last date is before the first */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on " + to + " and begin on " + from);
        }
    }

    /** @return how many local dates it has, whatever their length in hours */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** @return the first instant of it */
    public Instant start() {
        return from.atStartOfDay(timeZone).toInstant();
    }

    /** @return the first instant after it */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(timeZone).toInstant();
    }

    /** @return the period of equal length just before */
    public Period previous() {
        return new Period(from.minusDays(days()), from.minusDays(1), timeZone);
    }

    /** @return the period of equal length that follows */
    public Period next() {
        return new Period(to.plusDays(1), to.plusDays(days()), timeZone);
    }

    /**
     * @param first the first date
     * @param last the last date
     * @return another period in the same zone
     */
    public Period between(LocalDate first, LocalDate last) {
        return new Period(first, last, timeZone);
    }
}
