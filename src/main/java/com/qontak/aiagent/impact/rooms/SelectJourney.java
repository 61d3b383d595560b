package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.period.Slice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Every closed room by its outcome, with the median time from creation to close. */
final class SelectJourney {

    /** The median is taken of whole microseconds, which a double holds exactly, and so is the mean of the middle two. */
    private static final String QUERY =
            """
            select
              outcome,
              count(*) as conversations,
              count(*) filter (where timed) as timed,
              percentile_cont(0.5) within group (
                order by cast(extract(epoch from closed_at - created_at) * 1000000 as double precision)
              ) filter (where timed) as median_microseconds
            from (
              select classified.*, isfinite(created_at) and created_at <= closed_at as timed
              from classified
            ) as lengths
            group by outcome
            """;

    private static final BigDecimal MICROSECONDS_OF_A_MINUTE = BigDecimal.valueOf(60_000_000);

    private final ClassifiedRooms rooms;

    SelectJourney(ClassifiedRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * @param slice which rooms
     * @return one entry for each outcome that has any, in no order
     */
    List<OutcomeMinutes> outcomes(Slice slice) {
        return rooms.select(slice, QUERY).query(SelectJourney::row).list();
    }

    private static OutcomeMinutes row(ResultSet result, int number) throws SQLException {
        BigDecimal median = result.getBigDecimal("median_microseconds");
        return new OutcomeMinutes(
                Outcome.ofCode(result.getString("outcome")),
                result.getLong("conversations"),
                result.getLong("timed"),
                median == null ? null : median.divide(MICROSECONDS_OF_A_MINUTE, 1, RoundingMode.HALF_UP));
    }
}
