package com.qontak.aiagent.localrun.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When customers write: most in office hours, many in the evening, few at night, and less at the weekend. */
final class DailyRhythm {

    private static final Map<DayOfWeek, Double> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, 1.12,
            DayOfWeek.TUESDAY, 1.06,
            DayOfWeek.WEDNESDAY, 1.02,
            DayOfWeek.THURSDAY, 1.00,
            DayOfWeek.FRIDAY, 0.97,
            DayOfWeek.SATURDAY, 0.71,
            DayOfWeek.SUNDAY, 0.55);

    // The share of each local hour, from midnight; in percent, roughly.
    private static final double[] HOURS = {
        1.1, 0.7, 0.5, 0.4, 0.5, 0.9, 1.6, 2.8, 5.0, 7.5, 8.5, 8.0,
        6.3, 7.4, 8.0, 7.5, 6.4, 5.0, 4.8, 5.5, 5.2, 3.8, 2.6, 1.6
    };

    private static final List<Integer> HOURS_OF_DAY =
            IntStream.range(0, HOURS.length).boxed().toList();
    private static final double NOISE = 0.07;
    private static final int MILLIS_PER_HOUR = 3_600_000;

    private final ZoneId zone;
    private final Dice dice;

    DailyRhythm(ZoneId zone, Dice dice) {
        this.zone = zone;
        this.dice = dice;
    }

    /** The instants of one local day at which a customer writes, in no order; around {@code usual} on a weekday. */
    Stream<Instant> arrivals(LocalDate day, double usual) {
        double expected = usual * WEEKDAYS.get(day.getDayOfWeek());
        long count = Math.max(0, Math.round(expected * dice.normal(1, NOISE)));
        return Stream.generate(() -> arrival(day)).limit(count);
    }

    private Instant arrival(LocalDate day) {
        int hour = dice.pick(HOURS_OF_DAY, hourOfDay -> HOURS[hourOfDay]);
        return day.atTime(hour, 0).atZone(zone).toInstant().plusMillis(dice.between(0, MILLIS_PER_HOUR - 1));
    }
}
