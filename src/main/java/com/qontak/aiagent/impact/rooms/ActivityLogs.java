package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.period.Slice;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
              and %s
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
              and %s
            """;

    /** Answered without reading a row, and only if the columns are there and of a kind that can be compared. */
    private static final String NOTHING =
            """
            select count(*)
            from %s l
            where l.organization_id is null
              and l.room_id is null
              and %s
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
                LoggedFigure.SENTIMENT,
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
                LoggedFigure.TURNS,
                (result, number) -> new TurnsTaken(
                        result.getBigDecimal("median"), result.getBigDecimal("p90"), result.getLong("conversations")));
    }

    /**
     * @param figure what may be asked of the logs
     * @return whether they have the columns for it, and the service may read them
     */
    boolean tell(LoggedFigure figure) {
        String sql = NOTHING.formatted(relation, figure.condition());
        return ask(figure, () -> jdbc.sql(sql).query(Long.class).single()).isPresent();
    }

    /**
     * @param figure what the logs must be able to tell
     * @param query reads from the logs, among others
     * @param <T> what it makes of them
     * @return its result; empty when the logs cannot say. A failure of the connection, or of time running out, is not
     *     the logs' fault, and goes on.
     */
    <T> Optional<T> ask(LoggedFigure figure, Supplier<T> query) {
        try {
            return Optional.ofNullable(savepoint.execute(status -> has(figure.columns()) ? query.get() : null));
        } catch (InvalidDataAccessResourceUsageException
                | PermissionDeniedDataAccessException
                | DataIntegrityViolationException unreadable) {
            LOG.warn(
                    "The activity logs cannot be read: {}",
                    unreadable.getMostSpecificCause().getMessage());
            return Optional.empty();
        }
    }

    private <T> Optional<T> ask(Slice slice, String query, LoggedFigure figure, RowMapper<T> mapper) {
        String sql = query.formatted(relation, figure.condition());
        return ask(figure, () -> rooms.select(slice, sql).query(mapper).single());
    }

    private boolean has(Set<String> columns) {
        Set<String> found = jdbc.sql(COLUMNS)
                .param("relation", relation.value())
                .query(String.class)
                .set();
        return found.containsAll(KEYS) && found.containsAll(columns);
    }
}
