package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Reading;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.rooms.SqlRooms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Answers from the copy while it is fresh enough, and from the rooms themselves whenever it is not, cannot be used, or
 * fails: slower, and as exact.
 */
final class AggregatesReader implements RoomsReader {

    private static final Logger LOG = LoggerFactory.getLogger(AggregatesReader.class);

    private final RoomsReader direct;
    private final Snapshot own;
    private final MirrorStates states;
    private final Rooms copy;
    private final Queries queries;
    private final Duration freshness;
    private final AggregatesMetrics metrics;

    /**
     * @param direct counts the rooms themselves
     * @param own the service's own schema
     * @param freshness how far an answer may be behind; nothing to always count the rooms
     * @param statementTimeout how long the schema may work on one statement
     * @param metrics counts the answers
     */
    AggregatesReader(
            RoomsReader direct,
            DataSource own,
            Duration freshness,
            Duration statementTimeout,
            AggregatesMetrics metrics) {
        this.direct = direct;
        this.own = new Snapshot(own, statementTimeout);
        this.states = new MirrorStates(own, statementTimeout);
        this.copy = SqlRooms.ofCopy(own, CopiedRooms.RELATION, CopiedLogs.RELATION);
        this.queries = Queries.on(JdbcClient.create(own));
        this.freshness = freshness;
        this.metrics = metrics;
    }

    @Override
    public <T> T read(Slice slice, Function<Reading, T> use) {
        return beforehand(slice, use).orElseGet(() -> direct.read(slice, use));
    }

    private <T> Optional<T> beforehand(Slice slice, Function<Reading, T> use) {
        if (freshness.isZero()) {
            return Optional.empty();
        }
        try {
            Optional<T> answer = own.read(() -> reading(slice).map(use));
            metrics.answered(answer.isPresent());
            return answer;
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn(
                    "Answering from the rooms, because what is counted beforehand cannot be read: {}",
                    NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
            metrics.failed();
            return Optional.empty();
        }
    }

    private Optional<Reading> reading(Slice slice) {
        return states.find(slice.organizationId()).flatMap(state -> {
            Instant fresh = state.freshAsOf();
            if (fresh == null || fresh.isBefore(slice.asOf().minus(freshness))) {
                return Optional.empty();
            }
            Rooms rooms = new AggregatedRooms(state, copy, queries);
            return Optional.of(new Reading(rooms, fresh.isAfter(slice.asOf()) ? slice.asOf() : fresh));
        });
    }
}
