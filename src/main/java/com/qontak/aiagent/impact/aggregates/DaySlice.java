package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.Span.Sums;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import java.sql.Types;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which rows of the counted days belong to a slice. */
final class DaySlice {

    /** All channels and agents in one row, or those of the slice in a row each. */
    static final String FILTER =
            """
            whole = :whole
              and (cast(:channel as text) is null or channel = :channel)
              and (cast(:aiAgentId as uuid) is null or ai_agent_id = :aiAgentId)
            """;

    private DaySlice() {}

    /** @return the statement with the organization, the first and the last day, and {@link #FILTER} bound */
    static StatementSpec bind(JdbcClient jdbc, Slice slice, String sql) {
        return jdbc.sql(sql)
                .param("organizationId", slice.organizationId())
                .param("from", slice.period().from())
                .param("to", slice.period().to())
                .param("whole", slice.filter().equals(Filter.NONE))
                .param("channel", slice.filter().channel(), Types.VARCHAR)
                .param("aiAgentId", slice.filter().aiAgentId(), Types.OTHER);
    }

    /** @return the same with the turn, the months that are summed up, and the first and last day of each stretch bound */
    static StatementSpec bind(JdbcClient jdbc, Slice slice, Turn turn, Sums sums, String sql) {
        return bind(jdbc, slice, sql)
                .param("turn", turn.day())
                .param("turnHour", turn.hour())
                .param("months", array(sums.months()))
                .param("firsts", array(sums.days().stream().map(Period::from).toList()))
                .param("lasts", array(sums.days().stream().map(Period::to).toList()));
    }

    /** @return a Postgres array, as text */
    static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
