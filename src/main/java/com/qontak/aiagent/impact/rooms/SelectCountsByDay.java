package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The rooms with an AI agent by the local date they closed on, those created outside business hours beside them. */
final class SelectCountsByDay {

    private static final String QUERY =
            """
            , local as (
              select
                cast(closed_at at time zone :zone as date) as day,
                created_at at time zone :zone as created,
                settled,
                outcome
              from classified
              where by_ai
            ),
            timed as (
              select
                day,
                settled,
                outcome,
                get_bit(
                  cast(:openMinutes as bit varying),
                  cast((extract(isodow from created) - 1) * 1440
                    + extract(hour from created) * 60
                    + extract(minute from created) as integer)) = 0
                or cast(created as date) = any (cast(:holidays as date[])) as after_hours
              from local
            )
            select
              day,
              after_hours,
              count(*) filter (where not settled) as pending,
              count(*) filter (where settled and outcome = 'ai_then_human') as person_attached,
              count(*) filter (where settled and outcome = 'ai_unresolved') as not_resolved_by_ai,
              count(*) filter (where outcome = 'ai_alone_returned') as reopened,
              count(*) filter (where outcome = 'ai_alone') as net_contained
            from timed
            group by day, after_hours
            order by day, after_hours
            """;

    private final ClassifiedRooms rooms;

    SelectCountsByDay(ClassifiedRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * @param slice which rooms
     * @param hours decides what is after hours
     * @return one or two rows for each date that has any, in order
     */
    List<Row> rows(Slice slice, BusinessHours hours) {
        return rooms.select(slice, QUERY)
                .param("zone", PostgresZone.nameOf(slice.period().timeZone()))
                .param("openMinutes", hours.minutesOfTheWeek())
                .param("holidays", dates(hours.holidays()))
                .query(SelectCountsByDay::row)
                .list();
    }

    private static String dates(Collection<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Row row(ResultSet result, int number) throws SQLException {
        return new Row(
                result.getObject("day", LocalDate.class),
                result.getBoolean("after_hours"),
                new Counts(
                        result.getLong("pending"),
                        result.getLong("person_attached"),
                        result.getLong("not_resolved_by_ai"),
                        result.getLong("reopened"),
                        result.getLong("net_contained")));
    }

    /**
     * @param day the local date
     * @param afterHours whether these rooms were created outside business hours
     * @param counts the rooms
     */
    record Row(LocalDate day, boolean afterHours, Counts counts) {}
}
