package com.qontak.aiagent.impact.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where what is settled turns into what is not: all before it is, nothing after it.
 *
 * @param day the local date that is settled in part
 * @param hour the hour of it that is, counted since 1970 in UTC; where a day begins within an hour, that is two parts
 */
record Turn(LocalDate day, int hour) {

    static final long SECONDS = Duration.ofHours(1).toSeconds();

    static Turn at(Instant settledThrough, ZoneId zone) {
        return new Turn(
                LocalDate.ofInstant(settledThrough, zone),
                Math.toIntExact(Math.floorDiv(settledThrough.getEpochSecond(), SECONDS)));
    }

    /** @return whether it comes after all of a day, or after an hour of its own day; the hour is null for a day */
    boolean isAfter(LocalDate other, @Nullable Integer otherHour) {
        return otherHour == null ? day.isAfter(other) : day.equals(other) && hour > otherHour;
    }

    /** @return whether it comes before all of a day, or before an hour of its own day; the hour is null for a day */
    boolean isBefore(LocalDate other, @Nullable Integer otherHour) {
        return otherHour == null ? day.isBefore(other) : day.equals(other) && hour < otherHour;
    }

    Instant hourStart() {
        return Instant.ofEpochSecond(hour * SECONDS);
    }

    Instant hourEnd() {
        return Instant.ofEpochSecond((hour + 1) * SECONDS);
    }
}
