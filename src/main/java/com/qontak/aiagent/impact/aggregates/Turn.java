package com.qontak.aiagent.impact.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

    Instant hourStart() {
        return Instant.ofEpochSecond(hour * SECONDS);
    }

    Instant hourEnd() {
        return Instant.ofEpochSecond((hour + 1) * SECONDS);
    }
}
