package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.Span.Counted;
import com.qontak.aiagent.impact.aggregates.Span.Sums;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.SentimentChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which days are counted, and what the activity logs said of them. */
final class SelectDays {

    // Days in a row that are alike are one row, so that years of them are as quick to read as a week.
    private static final String COUNTED =
            """
            select min(day) as first, max(day) as last, by_hour, in_month
            from (
              select
                day,
                by_hour,
                in_month,
                day - cast(row_number() over (partition by by_hour, in_month order by day) as int) as run
              from ai_agent_bff.impact_day
              where organization_id = :organizationId
            ) as numbered
            group by by_hour, in_month, run
            """;

    private static final String MOOD =
            """
            select coalesce(sum(change), 0) as sum, coalesce(sum(conversations), 0) as conversations
            from ai_agent_bff.impact_day_mood
            where organization_id = :organizationId
              and day between :from and :to
              and %s
            """
                    .formatted(DaySlice.FILTER);

    private static final String TURNS =
            """
            select turns, sum(conversations) as conversations
            from (
              select counted.turns, counted.conversations
              from unnest((select cast(:firsts as date[])), (select cast(:lasts as date[])))
                as stretch (first_day, last_day)
              cross join lateral (
                select turns, conversations
                from ai_agent_bff.impact_day_turn
                where organization_id = :organizationId
                  and day between first_day and last_day
                  and %1$s
                  and (hour is null and day < :turn or day = :turn and hour < :turnHour)
                offset 0
              ) as counted
              union all
              select sums.turns, sums.conversations
              from unnest((select cast(:months as date[]))) as summed (first_day)
              cross join lateral (
                select turns, conversations
                from ai_agent_bff.impact_month_turn
                where organization_id = :organizationId
                  and month = first_day
                  and %1$s
                offset 0
              ) as sums
            ) as of_slice
            group by turns
            """
                    .formatted(DaySlice.FILTER);

    private final JdbcClient jdbc;

    SelectDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return every day of an organization that is counted */
    Map<LocalDate, Counted> counted(long organizationId) {
        Map<LocalDate, Counted> counted = new HashMap<>();
        jdbc.sql(COUNTED).param("organizationId", organizationId).query(row -> {
            Counted alike = new Counted(row.getBoolean("by_hour"), row.getBoolean("in_month"));
            row.getObject("first", LocalDate.class)
                    .datesUntil(row.getObject("last", LocalDate.class).plusDays(1))
                    .forEach(day -> counted.put(day, alike));
        });
        return counted;
    }

    /** @return the sum of the changes of mood, and how many there are */
    MoodTotal mood(Slice slice) {
        return DaySlice.bind(jdbc, slice, MOOD).query(MoodTotal.class).single();
    }

    /** @return how many contained rooms took how many turns, before the turn */
    List<TurnTotal> turns(Slice slice, Turn turn, Sums sums) {
        return DaySlice.bind(jdbc, slice, turn, sums, TURNS)
                .query(TurnTotal.class)
                .list();
    }

    /**
     * @param sum of end minus start
     * @param conversations how many it is the sum of
     */
    record MoodTotal(BigDecimal sum, long conversations) {

        private static final int DIGITS = 20;

        MoodTotal plus(MoodTotal other) {
            return new MoodTotal(sum.add(other.sum), conversations + other.conversations);
        }

        SentimentChange change() {
            BigDecimal mean = conversations == 0
                    ? null
                    : sum.divide(BigDecimal.valueOf(conversations), DIGITS, RoundingMode.HALF_UP);
            return new SentimentChange(mean, conversations);
        }
    }

    /**
     * @param turns how many turns
     * @param conversations how many rooms took them
     */
    record TurnTotal(BigDecimal turns, long conversations) {}
}
