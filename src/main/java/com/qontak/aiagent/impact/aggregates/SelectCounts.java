package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms with an AI agent of the days that are counted, and of the hours of some of them. */
final class SelectCounts {

    private static final String QUERY =
            """
            select
              day,
              hour,
              sum(attached),
              sum(unresolved),
              sum(returned),
              sum(contained),
              sum(attached_late),
              sum(unresolved_late),
              sum(returned_late),
              sum(contained_late),
              sum(returned_within[1]),
              sum(returned_within[2]),
              sum(returned_within[3]),
              sum(returned_within[4])
            from ai_agent_bff.impact_day_count
            where organization_id = :organizationId
              and day between :from and :to
              and %s
              and (hour is null or day = any (cast(:byHour as date[])))
            group by day, hour
            """
                    .formatted(DaySlice.FILTER);

    private final JdbcClient jdbc;

    SelectCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return every counted day, and the hours of those days that were asked for by the hour, in no order */
    List<Part> parts(Slice slice, Collection<LocalDate> byHour) {
        return DaySlice.bind(jdbc, slice, QUERY)
                .param("byHour", DaySlice.array(byHour))
                .query((result, number) -> part(result))
                .list();
    }

    private static Part part(ResultSet result) throws SQLException {
        return new Part(
                result.getObject(1, LocalDate.class),
                result.getObject(2, Integer.class),
                counts(result, 3),
                counts(result, 7),
                List.of(result.getLong(11), result.getLong(12), result.getLong(13), result.getLong(14)));
    }

    private static Counts counts(ResultSet result, int first) throws SQLException {
        return new Counts(
                0,
                result.getLong(first),
                result.getLong(first + 1),
                result.getLong(first + 2),
                result.getLong(first + 3));
    }

    /**
     * A day, or an hour of one.
     *
     * @param day the local date
     * @param hour counted since 1970 in UTC; null for all of the day
     * @param all its rooms, as if all were settled
     * @param afterHours those of them that were created outside business hours
     * @param returnedWithin how many of those the AI resolved came back within each window of the curve
     */
    record Part(LocalDate day, @Nullable Integer hour, Counts all, Counts afterHours, List<Long> returnedWithin) {}
}
