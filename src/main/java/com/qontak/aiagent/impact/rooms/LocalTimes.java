package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The part of a query that needs the organization's clock: the local date of a close, and what is after hours. */
final class LocalTimes {

    /** Follows the classification; every column of it goes on, with {@code day} and {@code after_hours} added. */
    static final String TIMED =
            """
            , local as (
              select
                classified.*,
                cast(closed_at at time zone :zone as date) as day,
                created_at at time zone :zone as created
              from classified
            ),
            timed as (
              select
                local.*,
                get_bit(
                  cast(:openMinutes as bit varying),
                  cast((extract(isodow from created) - 1) * 1440
                    + extract(hour from created) * 60
                    + extract(minute from created) as integer)) = 0
                or cast(created as date) = any (cast(:holidays as date[])) as after_hours
              from local
            )
            """;

    private LocalTimes() {}

    /**
     * @param statement a statement with {@link #TIMED}
     * @param slice whose zone it is
     * @param hours decides what is after hours
     * @return the same statement, with both bound
     */
    static StatementSpec bind(StatementSpec statement, Slice slice, BusinessHours hours) {
        return statement
                .param("zone", PostgresZone.nameOf(slice.period().timeZone()))
                .param("openMinutes", hours.minutesOfTheWeek())
                .param(
                        "holidays",
                        hours.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")));
    }
}
