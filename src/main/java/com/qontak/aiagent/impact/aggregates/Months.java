package com.qontak.aiagent.impact.aggregates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds up the lengths and the turns of the days of a month, once all of them are counted. A day that is taken away takes
 * its mark with it, so that the sums are not used until they are made again.
 */
final class Months {

    private static final String WHOLE =
            """
            select month
            from (
              select distinct cast(date_trunc('month', day) as date) as month
              from ai_agent_bff.impact_day
              where organization_id = :organizationId
                and not in_month
            ) as unsummed
            where cast(month + interval '1 month' as date) - month = (
              select count(*)
              from ai_agent_bff.impact_day
              where organization_id = :organizationId
                and day >= month
                and day < month + interval '1 month')
            """;

    private static final String LENGTHS =
            """
            select whole, channel, ai_agent_id, outcome, conversations, timed, buckets
            from ai_agent_bff.impact_day_length
            where organization_id = :organizationId
              and day >= :month
              and day < cast(:month as date) + interval '1 month'
              and hour is null
            """;

    private static final String FORGET_LENGTHS =
            """
            delete from ai_agent_bff.impact_month_length
            where organization_id = :organizationId
              and month = :month
            """;

    private static final String FORGET_TURNS =
            """
            delete from ai_agent_bff.impact_month_turn
            where organization_id = :organizationId
              and month = :month
            """;

    private static final String TURNS =
            """
            insert into ai_agent_bff.impact_month_turn (
              organization_id, month, whole, channel, ai_agent_id, turns, conversations)
            select :organizationId, :month, whole, channel, ai_agent_id, turns, sum(conversations)
            from ai_agent_bff.impact_day_turn
            where organization_id = :organizationId
              and day >= :month
              and day < cast(:month as date) + interval '1 month'
              and hour is null
            group by whole, channel, ai_agent_id, turns
            """;

    private static final String SAVE_LENGTHS =
            """
            insert into ai_agent_bff.impact_month_length (
              organization_id, month, whole, channel, ai_agent_id, outcome, conversations, timed, buckets)
            values (:organizationId, :month, :whole, :channel, :aiAgentId, :outcome, :conversations, :timed, :buckets)
            """;

    private static final String MARK =
            """
            update ai_agent_bff.impact_day
            set in_month = true
            where organization_id = :organizationId
              and day >= :month
              and day < cast(:month as date) + interval '1 month'
            """;

    private final JdbcClient jdbc;

    Months(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds up every month that has all of its days and of which not all are in its sums. */
    void addUp(long organizationId) {
        jdbc.sql(WHOLE)
                .param("organizationId", organizationId)
                .query(LocalDate.class)
                .list()
                .forEach(month -> addUp(organizationId, month));
    }

    private void addUp(long organizationId, LocalDate month) {
        Map<Row, Sum> sums = new LinkedHashMap<>();
        jdbc.sql(LENGTHS)
                .param("organizationId", organizationId)
                .param("month", month)
                .query(result -> {
                    sums.computeIfAbsent(row(result), row -> new Sum()).add(result);
                });
        for (String statement : List.of(FORGET_LENGTHS, FORGET_TURNS, TURNS, MARK)) {
            jdbc.sql(statement)
                    .param("organizationId", organizationId)
                    .param("month", month)
                    .update();
        }
        sums.forEach((row, sum) -> save(organizationId, month, row, sum));
    }

    private void save(long organizationId, LocalDate month, Row row, Sum sum) {
        jdbc.sql(SAVE_LENGTHS)
                .param("organizationId", organizationId)
                .param("month", month)
                .param("whole", row.whole())
                .param("channel", row.channel(), Types.VARCHAR)
                .param("aiAgentId", row.aiAgentId(), Types.OTHER)
                .param("outcome", row.outcome())
                .param("conversations", sum.conversations)
                .param("timed", sum.timed)
                .param("buckets", sum.buckets.packed(), Types.BINARY)
                .update();
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getBoolean("whole"),
                result.getString("channel"),
                result.getObject("ai_agent_id", UUID.class),
                result.getString("outcome"));
    }

    /** What the rows of several days have in common that add up. */
    private record Row(boolean whole, @Nullable String channel, @Nullable UUID aiAgentId, String outcome) {}

    private static final class Sum {

        private final Buckets buckets = new Buckets();
        private long conversations;
        private long timed;

        void add(ResultSet result) throws SQLException {
            conversations += result.getLong("conversations");
            timed += result.getLong("timed");
            buckets.add(result.getBytes("buckets"));
        }
    }
}
