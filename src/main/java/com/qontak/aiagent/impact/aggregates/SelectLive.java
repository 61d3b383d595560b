package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectDays.MoodTotal;
import com.qontak.aiagent.impact.aggregates.SelectDays.TurnTotal;
import com.qontak.aiagent.impact.aggregates.SelectLengths.OutcomeTotal;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.ClassifiedRooms;
import com.qontak.aiagent.impact.rooms.WindowCounts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same figures of days that are not counted, from the copy of the rooms. */
final class SelectLive {

    private static final String ANY =
            """
            select exists (
              select
              from ai_agent_bff.impact_room
              where organization_id = :organizationId
                and closed_at >= :start
                and closed_at < :end)
            """;

    private static final String LENGTHS =
            """
            select
              outcome,
              count(*) as conversations,
              count(length) as timed,
              string_agg(int8send(length), cast('' as bytea)) as packed
            from (
              select
                outcome,
                case
                  when isfinite(created_at) and created_at <= closed_at
                  then cast(extract(epoch from closed_at - created_at) * 1000000 as bigint)
                end as length
              from classified
            ) as lasting
            group by outcome
            """;

    private static final String CURVE =
            """
            select
              w.hours,
              count(c.id) as handled,
              count(c.id) filter (where c.resolved_by_ai and not c.by_person) as ai_resolved,
              count(c.id) filter (where c.returned_after <= make_interval(hours => w.hours)) as reopened
            from unnest((select cast(:windows as int[]))) with ordinality as w (hours, place)
            join classified c
              on c.place = w.place
              and c.by_ai
              and c.closed_at <= cast(:asOf as timestamptz) - make_interval(hours => w.hours)
            group by w.hours
            """;

    private static final String MOOD =
            """
            select coalesce(sum(l.sentiment_end - l.sentiment_start), 0) as sum, count(*) as conversations
            from classified c
            cross join lateral (
              select sentiment_start, sentiment_end, turns
              from ai_agent_bff.impact_log
              where organization_id = :organizationId
                and room_id = c.id
              offset 0
            ) l
            where c.by_ai
              and l.sentiment_start between -1 and 1
              and l.sentiment_end between -1 and 1
            """;

    private static final String TURNS =
            """
            select l.turns, count(*) as conversations
            from classified c
            cross join lateral (
              select sentiment_start, sentiment_end, turns
              from ai_agent_bff.impact_log
              where organization_id = :organizationId
                and room_id = c.id
              offset 0
            ) l
            where c.outcome = 'ai_alone'
              and l.turns between 0 and 2147483647
            group by l.turns
            """;

    private final JdbcClient jdbc;
    private final ClassifiedRooms rooms;

    SelectLive(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rooms = ClassifiedRooms.ofCopy(jdbc, CopiedRooms.RELATION);
    }

    /** @return whether any room closed in it, of whatever channel or agent */
    boolean any(Slice slice) {
        return jdbc.sql(ANY)
                .param("organizationId", slice.organizationId())
                .param("start", slice.start().atOffset(ZoneOffset.UTC))
                .param("end", slice.end().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    List<Packed> lengths(Slice slice) {
        return rooms.select(slice, LENGTHS)
                .query((result, number) -> new Packed(
                        result.getString("outcome"),
                        result.getLong("conversations"),
                        result.getLong("timed"),
                        result.getBytes("packed")))
                .list();
    }

    /** @return for each window, what of its part has been closed for that long; none for one without any */
    List<WindowCounts> curve(Map<Integer, Slice> partByWindow) {
        List<Slice> parts = List.copyOf(partByWindow.values());
        if (parts.isEmpty()) {
            return List.of();
        }
        return rooms.select(parts, Duration.ofHours(Collections.max(partByWindow.keySet())), CURVE)
                .param("windows", DaySlice.array(partByWindow.keySet()))
                .param("asOf", parts.get(0).asOf().atOffset(ZoneOffset.UTC))
                .query(WindowCounts.class)
                .list();
    }

    MoodTotal mood(Slice slice) {
        return rooms.select(slice, MOOD).query(MoodTotal.class).single();
    }

    List<TurnTotal> turns(Slice slice) {
        return rooms.select(slice, TURNS).query(TurnTotal.class).list();
    }

    /**
     * @param outcome in SQL's words
     * @param conversations how many rooms had it
     * @param timed how many of them have a length
     * @param packed the lengths in microseconds, eight bytes each; null when there are none
     */
    record Packed(String outcome, long conversations, long timed, byte @Nullable [] packed) {

        OutcomeTotal total() {
            return new OutcomeTotal(outcome, conversations, timed);
        }
    }
}
