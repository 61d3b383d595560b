package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.period.Slice;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What came back within each of several windows, among the rooms that have been closed for at least that long. */
final class SelectReopenCurve {

    private static final String QUERY =
            """
            select
              w.hours,
              count(c.id) as handled,
              count(c.id) filter (where c.resolved_by_ai and not c.by_person) as ai_resolved,
              count(c.id) filter (where c.returned_after <= make_interval(hours => w.hours)) as reopened
            from unnest(cast(:windows as integer[])) as w (hours)
            left join classified c
              on c.by_ai
              and c.closed_at <= cast(:asOf as timestamptz) - make_interval(hours => w.hours)
            group by w.hours
            order by w.hours
            """;

    private final ClassifiedRooms rooms;

    SelectReopenCurve(ClassifiedRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * @param slice which rooms; its own window plays no part
     * @param windows in hours, at least one
     * @return one entry a window, shortest first
     */
    List<WindowCounts> windows(Slice slice, List<Integer> windows) {
        return rooms.select(slice, Duration.ofHours(Collections.max(windows)), QUERY)
                .param("windows", windows.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("asOf", slice.asOf().atOffset(ZoneOffset.UTC))
                .query((result, number) -> new WindowCounts(
                        result.getInt("hours"),
                        result.getLong("handled"),
                        result.getLong("ai_resolved"),
                        result.getLong("reopened")))
                .list();
    }
}
