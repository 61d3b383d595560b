package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.period.Slice;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the AI logged about its rooms. Every column may hold nulls or nonsense, which is passed over row by row. The
 * relation may be missing, lack columns, have others of the same name, or be closed to the service: then there is no
 * answer, and nothing else suffers, because each question is asked behind a savepoint.
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
              and l.sentiment_start between -1 and 1
              and l.sentiment_end between -1 and 1
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
              and l.turns between 0 and 2147483647
            """;

    private static final Set<String> KEYS = Set.of("room_id", "organization_id");
    private static final Logger LOG = LoggerFactory.getLogger(ActivityLogs.class);

    private final JdbcClient jdbc;
    private final ClassifiedRooms rooms;
    private final RelationName relation;
    private final TransactionTemplate savepoint;

    ActivityLogs(DataSource dataSource, ClassifiedRooms rooms, RelationName relation) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rooms = rooms;
        this.relation = relation;
        this.savepoint = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param slice which rooms
     * @return the mean change of mood; empty when the logs cannot say
     */
    Optional<SentimentChange> sentiment(Slice slice) {
        return ask(
                slice,
                SENTIMENT,
                Set.of("sentiment_start", "sentiment_end"),
                (result, number) -> new SentimentChange(result.getBigDecimal("mean"), result.getLong("conversations")));
    }

    /**
     * @param slice which rooms
     * @return the percentiles of the turns; empty when the logs cannot say
     */
    Optional<TurnsTaken> turns(Slice slice) {
        return ask(
                slice,
                TURNS,
                Set.of("turns"),
                (result, number) -> new TurnsTaken(
                        result.getBigDecimal("median"), result.getBigDecimal("p90"), result.getLong("conversations")));
    }

    /** A failure of the connection, or of time running out, is not the logs' fault, and goes on. */
    private <T> Optional<T> ask(Slice slice, String query, Set<String> columns, RowMapper<T> mapper) {
        try {
            T answer = savepoint.execute(status -> has(columns)
                    ? rooms.select(slice, query.formatted(relation))
                            .query(mapper)
                            .single()
                    : null);
            return Optional.ofNullable(answer);
        } catch (InvalidDataAccessResourceUsageException
                | PermissionDeniedDataAccessException
                | DataIntegrityViolationException unreadable) {
            LOG.warn(
                    "The activity logs cannot be read: {}",
                    unreadable.getMostSpecificCause().getMessage());
            return Optional.empty();
        }
    }

    private boolean has(Set<String> columns) {
        Set<String> found = jdbc.sql(COLUMNS)
                .param("relation", relation.value())
                .query(String.class)
                .set();
        return found.containsAll(KEYS) && found.containsAll(columns);
    }
}
