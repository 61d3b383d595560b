package com.qontak.aiagent.impact.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When an organization is open in a week, and on which dates it is not.
 *
 * @param week the stretches by the weekday they begin on; a weekday without any is closed
 * @param holidays local dates that are closed from midnight to midnight, whatever the weekday
 * @param assumed whether these are the defaults and not what somebody set
 */
public record BusinessHours(Map<DayOfWeek, List<OpenHours>> week, SortedSet<LocalDate> holidays, boolean assumed) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MINUTES_OF_A_WEEK = 7 * MINUTES_OF_A_DAY;

    /** Monday to Friday, 09:00 to 17:00, no holidays: what is assumed until somebody sets it. */
    public static final BusinessHours DEFAULT = new BusinessHours(
            IntStream.rangeClosed(1, 5)
                    .mapToObj(DayOfWeek::of)
                    .collect(Collectors.toMap(
                            day -> day, day -> List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(17, 0))))),
            new TreeSet<>(),
            true);

    /** Copies both, in order. */
    public BusinessHours {
        Map<DayOfWeek, List<OpenHours>> ordered = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, stretches) -> ordered.put(day, List.copyOf(stretches)));
        week = Collections.unmodifiableMap(ordered);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    /**
     * @return one character for each minute of the week from Monday 00:00, {@code 1} when open: a stretch that runs
     *     over midnight goes on in the next day, and Sunday's in Monday
     */
    public String minutesOfTheWeek() {
        char[] minutes = "0".repeat(MINUTES_OF_A_WEEK).toCharArray();
        week.forEach((day, stretches) -> {
            int midnight = (day.getValue() - 1) * MINUTES_OF_A_DAY;
            for (OpenHours stretch : stretches) {
                int first = midnight + stretch.firstMinute();
                IntStream.range(first, first + stretch.minutes())
                        .forEach(minute -> minutes[minute % MINUTES_OF_A_WEEK] = '1');
            }
        });
        return new String(minutes);
    }
}
