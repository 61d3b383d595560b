package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.Span.Sums;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the rooms of the counted days, and how long they took. */
final class SelectLengths {

    // Every day but the one of the turn, and of that one every hour but the one of the turn. Behind offset 0, so that a
    // planner that expects few rows of an organization does not read all of them for each stretch; and from arrays of a
    // length it cannot see, or it would plan anew for each, at the price of the statement itself.
    private static final String BY_OUTCOME =
            """
            with of_slice as (
              select
                case
                  when (day > :turn or day = :turn and hour > :turnHour)
                    and outcome in ('ai_alone', 'ai_alone_returned')
                  then 'ai_alone_settling'
                  else outcome
                end as outcome,
                conversations,
                timed,
                lengths,
                buckets
              from unnest((select cast(:firsts as date[])), (select cast(:lasts as date[])))
                as stretch (first_day, last_day)
              cross join lateral (
                select *
                from ai_agent_bff.impact_day_length
                where organization_id = :organizationId
                  and day between first_day and last_day
                  and %1$s
                  and (hour is null and day <> :turn or day = :turn and hour <> :turnHour)
                offset 0
              ) as counted
            )
            """
                    .formatted(DaySlice.FILTER);

    private static final String HISTOGRAMS =
            """
            select
              outcome,
              conversations,
              timed,
              case when outcome = 'ai_alone_settling' then lengths end,
              buckets
            from of_slice
            union all
            select outcome, conversations, timed, null, buckets
            from unnest((select cast(:months as date[]))) as summed (first_day)
            cross join lateral (
              select *
              from ai_agent_bff.impact_month_length
              where organization_id = :organizationId
                and month = first_day
                and %s
              offset 0
            ) as sums
            """
                    .formatted(DaySlice.FILTER);

    private static final String LENGTHS =
            """
            select outcome, conversations, timed, lengths, null
            from of_slice
            where outcome in (:outcomes)
              and lengths is not null
            """;

    private final JdbcClient jdbc;

    SelectLengths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return of each day, or month, but for what is settled in part; single lengths only of those still settling */
    List<Histogram> histograms(Slice slice, Turn turn, Sums sums) {
        return DaySlice.bind(jdbc, slice, turn, sums, BY_OUTCOME + HISTOGRAMS)
                .query((row, number) -> histogram(row))
                .list();
    }

    /** @return of each day, with every single length and without the buckets */
    List<Histogram> lengths(Slice slice, Turn turn, List<String> outcomes) {
        Sums byDay = new Sums(List.of(), List.of(slice.period()));
        return DaySlice.bind(jdbc, slice, turn, byDay, BY_OUTCOME + LENGTHS)
                .param("outcomes", outcomes)
                .query((row, number) -> histogram(row))
                .list();
    }

    private static Histogram histogram(ResultSet row) throws SQLException {
        OutcomeTotal total = new OutcomeTotal(row.getString(1), row.getLong(2), row.getLong(3));
        return new Histogram(total, row.getBytes(4), row.getBytes(5));
    }

    /**
     * @param outcome in SQL's words
     * @param conversations how many rooms had it
     * @param timed how many of them have a length
     */
    record OutcomeTotal(String outcome, long conversations, long timed) {

        OutcomeTotal plus(OutcomeTotal other) {
            return new OutcomeTotal(outcome, conversations + other.conversations, timed + other.timed);
        }
    }

    /**
     * @param total how many rooms, and how many of them have a length
     * @param lengths in microseconds, eight bytes each; null when they were not read, or there are none
     * @param buckets how many are in each bucket of length; null when they were not read, or there are none
     */
    record Histogram(OutcomeTotal total, byte @Nullable [] lengths, byte @Nullable [] buckets) {}
}
