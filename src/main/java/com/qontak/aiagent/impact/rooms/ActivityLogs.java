package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.period.Slice;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the AI logged about its rooms. Every column may hold nulls, and the relation may be missing or lack columns:
 * then there is no answer, and nothing else suffers.
 */
final class ActivityLogs {

    private static final String COLUMNS =
            """
            select attname
            from pg_catalog.pg_attribute
            where attrelid = to_regclass(:relation)
              and attnum > 0
              and not attisdropped
            """;

    private static final String SENTIMENT =
            """
            select
              avg(l.sentiment_end - l.sentiment_start) as mean,
              count(*) as conversations
            from classified c
            join %s l on l.room_id = c.id
            where l.organization_id = :organizationId
              and c.by_ai
              and l.sentiment_start is not null
              and l.sentiment_end is not null
            """;

    private static final String TURNS =
            """
            select
              percentile_cont(0.5) within group (order by l.turns) as median,
              percentile_cont(0.9) within group (order by l.turns) as p90,
              count(*) as conversations
            from classified c
            join %s l on l.room_id = c.id
            where l.organization_id = :organizationId
              and c.outcome = 'ai_alone'
              and l.turns is not null
            """;

    private final JdbcClient jdbc;
    private final ClassifiedRooms rooms;
    private final RelationName relation;

    ActivityLogs(JdbcClient jdbc, ClassifiedRooms rooms, RelationName relation) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.relation = relation;
    }

    /**
     * @param slice which rooms
     * @return the mean change of mood; empty when the logs cannot say
     */
    Optional<SentimentChange> sentiment(Slice slice) {
        if (!has(Set.of("room_id", "organization_id", "sentiment_start", "sentiment_end"))) {
            return Optional.empty();
        }
        return rooms.select(slice, SENTIMENT.formatted(relation))
                .query((result, number) ->
                        new SentimentChange(result.getBigDecimal("mean"), result.getLong("conversations")))
                .optional();
    }

    /**
     * @param slice which rooms
     * @return the percentiles of the turns; empty when the logs cannot say
     */
    Optional<TurnsTaken> turns(Slice slice) {
        if (!has(Set.of("room_id", "organization_id", "turns"))) {
            return Optional.empty();
        }
        return rooms.select(slice, TURNS.formatted(relation))
                .query((result, number) -> new TurnsTaken(
                        result.getBigDecimal("median"), result.getBigDecimal("p90"), result.getLong("conversations")))
                .optional();
    }

    private boolean has(Set<String> columns) {
        return jdbc.sql(COLUMNS)
                .param("relation", relation.value())
                .query(String.class)
                .set()
                .containsAll(columns);
    }
}
