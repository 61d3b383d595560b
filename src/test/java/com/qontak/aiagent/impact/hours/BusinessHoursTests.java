package com.qontak.aiagent.impact.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BusinessHoursTests {

    private static final int DAY = 1440;

    @Test
    void theDefaultIsOfficeHoursAndSaysThatItIsAssumed() {
        String minutes = BusinessHours.DEFAULT.minutesOfTheWeek();
        assertThat(BusinessHours.DEFAULT.assumed()).isTrue();
        assertThat(minutes).hasSize(7 * DAY);
        assertThat(minutes.chars().filter(minute -> minute == '1').count()).isEqualTo(5 * 8 * 60);
        assertThat(openAt(minutes, 0, 540)).isTrue();
        assertThat(openAt(minutes, 0, 539)).isFalse();
        assertThat(openAt(minutes, 4, 1019)).isTrue();
        assertThat(openAt(minutes, 4, 1020)).isFalse();
        assertThat(openAt(minutes, 5, 720)).isFalse();
    }

    @Test
    void severalStretchesADayLeaveTheBreakClosed() {
        String minutes = week(DayOfWeek.MONDAY, stretch("08:00", "12:00"), stretch("13:00", "17:00"));
        assertThat(openAt(minutes, 0, 719)).isTrue();
        assertThat(openAt(minutes, 0, 720)).isFalse();
        assertThat(openAt(minutes, 0, 780)).isTrue();
    }

    @Test
    void sundayNightGoesOnOnMonday() {
        String minutes = week(DayOfWeek.SUNDAY, stretch("22:00", "02:00"));
        assertThat(openAt(minutes, 6, 1439)).isTrue();
        assertThat(openAt(minutes, 0, 119)).isTrue();
        assertThat(openAt(minutes, 0, 120)).isFalse();
        assertThat(minutes.chars().filter(minute -> minute == '1').count()).isEqualTo(240);
    }

    @Test
    void closingWhenItOpensIsAWholeDay() {
        String minutes = week(DayOfWeek.SATURDAY, stretch("00:00", "00:00"));
        assertThat(minutes.substring(5 * DAY, 6 * DAY)).doesNotContain("0");
        assertThat(minutes.substring(6 * DAY)).doesNotContain("1");
    }

    private static boolean openAt(String minutes, int day, int minute) {
        return minutes.charAt(day * DAY + minute) == '1';
    }

    private static String week(DayOfWeek day, OpenHours... stretches) {
        return new BusinessHours(Map.of(day, List.of(stretches)), new TreeSet<>(), false).minutesOfTheWeek();
    }

    private static OpenHours stretch(String open, String close) {
        return new OpenHours(LocalTime.parse(open), LocalTime.parse(close));
    }
}
