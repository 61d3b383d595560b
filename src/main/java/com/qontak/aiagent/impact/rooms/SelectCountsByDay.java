package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The rooms with an AI agent by the local date they closed on, those created outside business hours beside them. */
final class SelectCountsByDay {

    private static final String QUERY =
            """
            select
              day,
              after_hours,
              count(*) filter (where not settled) as pending,
              count(*) filter (where settled and outcome = 'ai_then_human') as person_attached,
              count(*) filter (where settled and outcome = 'ai_unresolved') as not_resolved_by_ai,
              count(*) filter (where outcome = 'ai_alone_returned') as reopened,
              count(*) filter (where outcome = 'ai_alone') as net_contained
            from timed
            where by_ai
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
        return LocalTimes.bind(rooms.select(slice, LocalTimes.TIMED + QUERY), slice, hours)
                .query(SelectCountsByDay::row)
                .list();
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
