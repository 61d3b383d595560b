package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.rooms.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells which of many organizations have changed, with one question to each side for a hundred of them, so that the others
 * need no step of their own to be as fresh.
 */
final class Pulse {

    private static final String USED =
            """
            select organization_id as id, read_to_at
            from ai_agent_bff.impact_mirror
            where organization_id = any (cast(:ids as bigint[]))
              and fresh_as_of is not null
            """;

    /** Rooms without a time of change count as a change that is never caught up with. */
    private static final String BEATS =
            """
            select
              o.id,
              count(r.updated_at) + case
                when exists (select from %1$s u where u.organization_id = o.id and u.updated_at is null) then 1000000000
                else 0
              end as found,
              coalesce(sum(extract(epoch from r.updated_at)), 0) as total
            from unnest(cast(:ids as bigint[]), cast(:since as timestamptz[])) as o (id, since)
            left join %1$s r
              on r.organization_id = o.id
              and r.updated_at > o.since
              and isfinite(r.updated_at)
            group by o.id
            """;

    private static final String STILL_FRESH =
            """
            update ai_agent_bff.impact_mirror
            set fresh_as_of = :now
            where organization_id = any (cast(:ids as bigint[]))
              and fresh_as_of < :now
            """;

    /**
     * How many are asked about at once: where a whole relation was changed at one time, all rooms of each are counted,
     * and each question has its time for itself.
     */
    private static final int AT_ONCE = 100;

    /** How often a question may fail for what it asks of; any more, and the database is away. */
    private static final int MOST_UNTOLD = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final JdbcClient source;
    private final Snapshot snapshot;
    private final JdbcClient own;
    private final Snapshot ownSnapshot;
    private final String originals;
    private final String copies;
    private final Clock clock;

    /**
     * @param source the relations' database, read through the snapshot
     * @param snapshot at one moment
     * @param rooms the relation
     * @param own the service's own schema
     * @param statementTimeout how long either may work on a question
     * @param clock tells what fresh means
     */
    Pulse(
            JdbcClient source,
            Snapshot snapshot,
            RelationName rooms,
            DataSource own,
            Duration statementTimeout,
            Clock clock) {
        this.source = source;
        this.snapshot = snapshot;
        this.own = JdbcClient.create(own);
        this.ownSnapshot = new Snapshot(own, statementTimeout);
        this.originals = BEATS.formatted(rooms);
        this.copies = BEATS.formatted(CopiedRooms.RELATION);
        this.clock = clock;
    }

    /**
     * Takes those that have not changed for fresh.
     *
     * @param organizations their ids
     * @return the others; of which it cannot be told are taken for changed
     * @throws DataAccessException if it cannot be told of many
     */
    Beat of(List<Long> organizations) {
        Beat all = new Beat(new HashSet<>(), new HashSet<>());
        int untold = 0;
        for (int from = 0; from < organizations.size(); from += AT_ONCE) {
            List<Long> next = organizations.subList(from, Math.min(from + AT_ONCE, organizations.size()));
            try {
                Beat some = some(next);
                all.changed().addAll(some.changed());
                all.unfilled().addAll(some.unfilled());
            } catch (DataAccessException failed) {
                untold++;
                if (untold > MOST_UNTOLD) {
                    throw failed;
                }
                LOG.warn("It cannot be told which of {} organizations have changed", next.size(), failed);
                all.changed().addAll(next);
            }
        }
        return all;
    }

    private Beat some(List<Long> organizations) {
        Instant begun = clock.instant();
        List<Used> used = own.sql(USED)
                .param("ids", array(organizations))
                .query((result, number) ->
                        new Used(result.getLong("id"), result.getObject("read_to_at", OffsetDateTime.class)))
                .list();
        Map<Long, Digest> theirs = snapshot.read(() -> beats(source, originals, used));
        Map<Long, Digest> ours = ownSnapshot.read(() -> beats(own, copies, used));
        Set<Long> same = ours.entrySet().stream()
                .filter(beat -> beat.getValue().equals(theirs.get(beat.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        own.sql(STILL_FRESH)
                .param("ids", array(same))
                .param("now", begun.atOffset(ZoneOffset.UTC))
                .update();
        Set<Long> filled = used.stream().map(Used::id).collect(Collectors.toSet());
        return new Beat(
                filled.stream().filter(id -> !same.contains(id)).collect(Collectors.toSet()),
                organizations.stream().filter(id -> !filled.contains(id)).collect(Collectors.toSet()));
    }

    private static Map<Long, Digest> beats(JdbcClient jdbc, String sql, List<Used> used) {
        return jdbc
                .sql(sql)
                .param("ids", array(used.stream().map(Used::id).toList()))
                .param("since", array(used.stream().map(Used::since).toList()))
                .query((result, number) -> Map.entry(
                        result.getLong("id"), new Digest(result.getLong("found"), result.getBigDecimal("total"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * @param changed those with changes that have not been read
     * @param unfilled those whose copy is not used
     */
    record Beat(Set<Long> changed, Set<Long> unfilled) {}

    /**
     * @param id the organization
     * @param readTo when the last room that was read had been changed
     */
    private record Used(long id, OffsetDateTime readTo) {

        String since() {
            return readTo.equals(OffsetDateTime.MIN)
                    ? "-infinity"
                    : readTo.minus(Comparison.LATE_COMMITS).toString();
        }
    }
}
