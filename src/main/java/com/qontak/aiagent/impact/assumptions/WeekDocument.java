package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.impact.hours.OpenHours;
import com.qontak.aiagent.web.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stretches in which an organization is open, by the weekday they begin on; a weekday that is left out is closed.
 */
@Schema(name = "BusinessHours", description = "When the organization is open, by weekday; one left out is closed.")
record WeekDocument(
        @Nullable List<@Nullable Stretch> monday,
        @Nullable List<@Nullable Stretch> tuesday,
        @Nullable List<@Nullable Stretch> wednesday,
        @Nullable List<@Nullable Stretch> thursday,
        @Nullable List<@Nullable Stretch> friday,
        @Nullable List<@Nullable Stretch> saturday,
        @Nullable List<@Nullable Stretch> sunday) {

    private static final int MOST_A_DAY = 12;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * @param open {@code HH:mm}
     * @param close {@code HH:mm}; at or before {@code open} it is on the following day
     */
    @Schema(name = "OpenHours", description = "Open from the first minute up to the second.")
    record Stretch(
            @Schema(example = "09:00") @Nullable String open, @Schema(example = "17:00") @Nullable String close) {}

    /**
     * @param week the stretches by weekday
     * @return the same as a document, every weekday named
     */
    static WeekDocument of(Map<DayOfWeek, List<OpenHours>> week) {
        List<List<@Nullable Stretch>> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<@Nullable Stretch> stretches = new ArrayList<>();
            week.getOrDefault(day, List.of())
                    .forEach(
                            hours -> stretches.add(new Stretch(TIME.format(hours.open()), TIME.format(hours.close()))));
            days.add(stretches);
        }
        return new WeekDocument(
                days.get(0), days.get(1), days.get(2), days.get(3), days.get(4), days.get(5), days.get(6));
    }

    /** @return everything wrong with it; empty when it can be kept */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        byDay().forEach((day, stretches) -> {
            String pointer = "/business_hours/" + day.name().toLowerCase(Locale.ROOT);
            if (stretches.size() > MOST_A_DAY) {
                findings.add(Finding.error("too_many", pointer, MOST_A_DAY));
                return;
            }
            for (int index = 0; index < stretches.size(); index++) {
                check(stretches.get(index), pointer + "/" + index, findings);
            }
        });
        if (findings.isEmpty() && overlaps()) {
            findings.add(Finding.error("invalid_format", "/business_hours").worded("overlapping_hours"));
        }
        return findings;
    }

    /** @return the stretches; only of a document without findings */
    Map<DayOfWeek, List<OpenHours>> toWeek() {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        byDay().forEach((day, stretches) -> {
            List<OpenHours> hours = new ArrayList<>();
            for (Stretch stretch : stretches) {
                if (stretch != null && stretch.open() != null && stretch.close() != null) {
                    hours.add(new OpenHours(
                            LocalTime.parse(stretch.open(), TIME), LocalTime.parse(stretch.close(), TIME)));
                }
            }
            week.put(day, hours);
        });
        return week;
    }

    private boolean overlaps() {
        int[] open = new int[7 * MINUTES_OF_A_DAY];
        toWeek().forEach((day, stretches) -> stretches.forEach(stretch -> {
            int first = (day.getValue() - 1) * MINUTES_OF_A_DAY + stretch.firstMinute();
            for (int minute = first; minute < first + stretch.minutes(); minute++) {
                open[minute % open.length]++;
            }
        }));
        return Arrays.stream(open).anyMatch(stretches -> stretches > 1);
    }

    private Map<DayOfWeek, List<@Nullable Stretch>> byDay() {
        Map<DayOfWeek, List<@Nullable Stretch>> days = new EnumMap<>(DayOfWeek.class);
        put(days, DayOfWeek.MONDAY, monday);
        put(days, DayOfWeek.TUESDAY, tuesday);
        put(days, DayOfWeek.WEDNESDAY, wednesday);
        put(days, DayOfWeek.THURSDAY, thursday);
        put(days, DayOfWeek.FRIDAY, friday);
        put(days, DayOfWeek.SATURDAY, saturday);
        put(days, DayOfWeek.SUNDAY, sunday);
        return days;
    }

    private static void put(
            Map<DayOfWeek, List<@Nullable Stretch>> days, DayOfWeek day, @Nullable List<@Nullable Stretch> stretches) {
        if (stretches != null) {
            days.put(day, stretches);
        }
    }

    private static void check(@Nullable Stretch stretch, String pointer, List<Finding> findings) {
        if (stretch == null) {
            findings.add(Finding.error("required", pointer, "open"));
            return;
        }
        checkTime(stretch.open(), pointer + "/open", findings);
        checkTime(stretch.close(), pointer + "/close", findings);
    }

    private static void checkTime(@Nullable String text, String pointer, List<Finding> findings) {
        if (text == null) {
            findings.add(Finding.error("required", pointer, pointer.substring(pointer.lastIndexOf('/') + 1)));
            return;
        }
        try {
            LocalTime.parse(text, TIME);
        } catch (DateTimeException malformed) {
            findings.add(Finding.error("invalid_format", pointer).worded("not_a_time"));
        }
    }
}
