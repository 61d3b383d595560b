package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.ClassifiedRooms;
import com.qontak.aiagent.impact.rooms.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts days from the copy, once for all rooms and once for each channel and agent. Rooms are judged as if all of them
 * were settled: at the time of an answer it is the day that tells which are.
 */
final class CountDays {

    private static final String JUDGED =
            """
            , judged as materialized (
              select
                id,
                day,
                case when day >= :hoursFrom then cast(floor(extract(epoch from closed_at) / 3600) as int) end as hour,
                channel,
                ai_agent_id,
                by_ai,
                after_hours,
                returned_after,
                case
                  when outcome = 'ai_alone_returned' and returned_after > make_interval(secs => :window) then 'ai_alone'
                  else outcome
                end as outcome,
                case
                  when isfinite(created_at) and created_at <= closed_at
                  then cast(extract(epoch from closed_at - created_at) * 1000000 as bigint)
                end as length
              from timed
            ),
            """;

    private static final String DAYS =
            """
            days as (
              insert into ai_agent_bff.impact_day (organization_id, day, starts_at, ends_at, by_hour)
              select :organizationId, d.day, d.starts_at, d.ends_at, d.day >= :hoursFrom
              from unnest(
                cast(:days as date[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[])
              ) as d (day, starts_at, ends_at)
            ),
            """;

    private static final String COUNTS =
            """
            counts as (
              insert into ai_agent_bff.impact_day_count (
                organization_id, day, hour, whole, channel, ai_agent_id, contained, returned, attached, unresolved,
                contained_late, returned_late, attached_late, unresolved_late, returned_within)
              select
                :organizationId,
                day,
                hour,
                grouping(channel) = 1,
                channel,
                ai_agent_id,
                count(*) filter (where outcome = 'ai_alone'),
                count(*) filter (where outcome = 'ai_alone_returned'),
                count(*) filter (where outcome = 'ai_then_human'),
                count(*) filter (where outcome = 'ai_unresolved'),
                count(*) filter (where outcome = 'ai_alone' and after_hours),
                count(*) filter (where outcome = 'ai_alone_returned' and after_hours),
                count(*) filter (where outcome = 'ai_then_human' and after_hours),
                count(*) filter (where outcome = 'ai_unresolved' and after_hours),
                cast(array[%s] as int[])
              from judged
              where by_ai
              group by grouping sets ((day), (day, hour), (day, channel, ai_agent_id), (day, hour, channel, ai_agent_id))
              having %s
            ),
            """;

    private static final String RETURNED_WITHIN =
            "count(*) filter (where returned_after <= make_interval(hours => %d))";

    private static final String LENGTHS =
            """
            histogram as (
              select
                day,
                hour,
                grouping(channel) = 1 as whole,
                channel,
                ai_agent_id,
                outcome,
                bucket,
                count(*) as conversations
              from (
                select judged.*, %1$s as bucket from judged where length is not null
              ) as bucketed
              group by grouping sets (
                (day, outcome, bucket),
                (day, hour, outcome, bucket),
                (day, outcome, bucket, channel, ai_agent_id),
                (day, hour, outcome, bucket, channel, ai_agent_id))
              having %2$s
            ),
            sketches as (
              select
                day,
                hour,
                whole,
                channel,
                ai_agent_id,
                outcome,
                string_agg(int2send(bucket) || int4send(cast(conversations as int)), cast('' as bytea)) as buckets
              from histogram
              group by day, hour, whole, channel, ai_agent_id, outcome
            ),
            lasting as (
              select
                day,
                hour,
                grouping(channel) = 1 as whole,
                channel,
                ai_agent_id,
                outcome,
                count(*) as conversations,
                count(length) as timed,
                case
                  when count(length) <= :exact then string_agg(int8send(length), cast('' as bytea))
                end as lengths
              from judged
              group by grouping sets (
                (day, outcome),
                (day, hour, outcome),
                (day, outcome, channel, ai_agent_id),
                (day, hour, outcome, channel, ai_agent_id))
              having %2$s
            ),
            lengths as (
              insert into ai_agent_bff.impact_day_length (
                organization_id, day, hour, whole, channel, ai_agent_id, outcome, conversations, timed, lengths,
                buckets)
              select
                :organizationId, l.day, l.hour, l.whole, l.channel, l.ai_agent_id, l.outcome, l.conversations, l.timed,
                l.lengths, s.buckets
              from lasting l
              left join sketches s
                on s.day = l.day
                and coalesce(s.hour, -1) = coalesce(l.hour, -1)
                and s.whole = l.whole
                and s.outcome = l.outcome
                and coalesce(s.channel, '') = coalesce(l.channel, '')
                and s.channel is not distinct from l.channel
                and s.ai_agent_id is not distinct from l.ai_agent_id
            ),
            """;

    private static final String LOGGED =
            """
            moods as (
              insert into ai_agent_bff.impact_day_mood (
                organization_id, day, whole, channel, ai_agent_id, change, conversations)
              select
                :organizationId,
                j.day,
                grouping(j.channel) = 1,
                j.channel,
                j.ai_agent_id,
                sum(l.sentiment_end - l.sentiment_start),
                count(*)
              from judged j
              cross join lateral (
                select sentiment_start, sentiment_end, turns
                from ai_agent_bff.impact_log
                where organization_id = :organizationId
                  and room_id = j.id
                offset 0
              ) l
              where j.by_ai
                and l.sentiment_start between -1 and 1
                and l.sentiment_end between -1 and 1
              group by grouping sets ((j.day), (j.day, j.channel, j.ai_agent_id))
            ),
            turns as (
              insert into ai_agent_bff.impact_day_turn (
                organization_id, day, hour, whole, channel, ai_agent_id, turns, conversations)
              select
                :organizationId, j.day, j.hour, grouping(j.channel) = 1, j.channel, j.ai_agent_id, l.turns, count(*)
              from judged j
              cross join lateral (
                select sentiment_start, sentiment_end, turns
                from ai_agent_bff.impact_log
                where organization_id = :organizationId
                  and room_id = j.id
                offset 0
              ) l
              where j.outcome = 'ai_alone'
                and l.turns between 0 and 2147483647
              group by grouping sets (
                (j.day, l.turns),
                (j.day, j.hour, l.turns),
                (j.day, l.turns, j.channel, j.ai_agent_id),
                (j.day, j.hour, l.turns, j.channel, j.ai_agent_id))
              having grouping(j.hour) = 1 or j.hour is not null
            )
            select count(*) from judged
            """;

    // Days that are too long ago to have hours would have their sums twice.
    private static final String ONCE = "grouping(hour) = 1 or hour is not null";

    private static final String STATEMENT = LocalTimes.TIMED
            + JUDGED
            + DAYS
            + COUNTS.formatted(
                    ReopenPoint.WINDOWS.stream().map(RETURNED_WITHIN::formatted).collect(Collectors.joining(", ")),
                    ONCE)
            + LENGTHS.formatted(Lengths.BUCKET, ONCE)
            + LOGGED;

    private final ClassifiedRooms rooms;

    CountDays(JdbcClient jdbc) {
        this.rooms = ClassifiedRooms.ofCopy(jdbc, CopiedRooms.RELATION);
    }

    /**
     * @param organizationId the tenant
     * @param period days that are not counted
     * @param hours decides what is after hours
     * @param window the reopen window
     * @param hoursFrom the first day that is counted by the hour as well
     * @return how many rooms were counted
     */
    long count(long organizationId, Period period, BusinessHours hours, Duration window, LocalDate hoursFrom) {
        Instant allSettled = period.end().plus(window);
        Slice slice = new Slice(organizationId, period, Filter.NONE, allSettled, window);
        List<Period> days = period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> period.between(day, day))
                .toList();
        Duration furthest = Duration.ofHours(Collections.max(ReopenPoint.WINDOWS));
        Duration within = window.compareTo(furthest) > 0 ? window : furthest;
        return LocalTimes.bind(rooms.select(slice, within, STATEMENT), slice, hours)
                .param("window", window.toSeconds())
                .param("exact", Lengths.EXACT)
                .param("hoursFrom", hoursFrom)
                .param(
                        "days",
                        days.stream().map(day -> day.from().toString()).collect(Collectors.joining(",", "{", "}")))
                .param(
                        "starts",
                        days.stream().map(day -> day.start().toString()).collect(Collectors.joining(",", "{", "}")))
                .param(
                        "ends",
                        days.stream().map(day -> day.end().toString()).collect(Collectors.joining(",", "{", "}")))
                .query(Long.class)
                .single();
    }
}
