package com.qontak.aiagent.impact.trend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One ISO week, as far as it lies in the period.
 *
 * @param week its ISO name, such as {@code 2026-W40}
 * @param from its first date in the period
 * @param to its last date in the period, included
 * @param partial whether the period leaves out a part of it
 * @param handled rooms with an AI agent
 * @param settled those whose outcome is final
 * @param aiResolved settled rooms the AI resolved with nobody attached
 * @param reopened those of them that came back
 * @param netContained those of them that did not
 * @param netRate {@code netContained / settled}, four places; null over zero
 * @param counts the same rooms as counts
 */
@Schema(name = "ImpactWeek", description = "One ISO week, as far as it lies in the period.")
public record Week(
        @Schema(description = "Its ISO 8601 name: the year and the number of the week.", example = "2026-W46")
                String week,
        @Schema(description = "Its first day in the period, a local date.", example = "2026-11-09") LocalDate from,
        @Schema(description = "Its last day in the period, included.", example = "2026-11-15") LocalDate to,
        @Schema(description = "Whether the period holds only a part of this week.", example = "false") boolean partial,
        @Schema(description = "Conversations with an AI agent that closed in the week.", example = "801") long handled,
        @Schema(
                        description = "Those of them whose outcome is final: they have been closed for the whole"
                                + " reopen window.",
                        example = "801")
                long settled,
        @Schema(description = "Settled conversations that the AI closed with no person attached.", example = "541")
                long aiResolved,
        @Schema(description = "Those of them whose customer came back within the reopen window.", example = "37")
                long reopened,
        @Schema(
                        description = "Those of them whose customer did not come back: closed by the AI for good.",
                        example = "504")
                long netContained,
        @Schema(
                        description = "`net_contained` of `settled`: a fraction from 0 to 1 with four places; null"
                                + " when nothing is settled.",
                        example = "0.6292")
                @Nullable
                BigDecimal netRate,
        @JsonIgnore Counts counts) {

    private static final int DAYS = 7;

    /**
     * @param period which dates
     * @param days the rooms by date; dates without any may be left out
     * @return every week the period touches, in order
     */
    public static List<Week> of(Period period, List<DayCounts> days) {
        Map<LocalDate, Counts> countsByMonday = new HashMap<>();
        days.stream()
                .filter(day -> !day.day().isBefore(period.from()) && !day.day().isAfter(period.to()))
                .forEach(day -> countsByMonday.merge(monday(day.day()), day.all(), Counts::plus));
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = monday(period.from()); !monday.isAfter(period.to()); monday = monday.plusDays(DAYS)) {
            LocalDate sunday = monday.plusDays(DAYS - 1L);
            LocalDate first = monday.isBefore(period.from()) ? period.from() : monday;
            LocalDate last = sunday.isAfter(period.to()) ? period.to() : sunday;
            weeks.add(of(first, last, countsByMonday.getOrDefault(monday, Counts.NONE)));
        }
        return weeks;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Week of(LocalDate first, LocalDate last, Counts counts) {
        return new Week(
                name(first),
                first,
                last,
                first.plusDays(DAYS - 1L).isAfter(last),
                counts.handled(),
                counts.settled(),
                counts.aiResolved(),
                counts.reopened(),
                counts.netContained(),
                Containment.netRatio(counts).rounded(),
                counts);
    }

    private static String name(LocalDate date) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                date.get(IsoFields.WEEK_BASED_YEAR),
                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
