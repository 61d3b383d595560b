package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.rooms.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells with one question to each side which of many organizations have changed, so that the others need no step of
 * their own to be as fresh.
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

    private final JdbcClient source;
    private final Snapshot snapshot;
    private final JdbcClient own;
    private final String originals;
    private final String copies;
    private final Clock clock;

    Pulse(JdbcClient source, Snapshot snapshot, RelationName rooms, JdbcClient own, Clock clock) {
        this.source = source;
        this.snapshot = snapshot;
        this.own = own;
        this.originals = BEATS.formatted(rooms);
        this.copies = BEATS.formatted(CopiedRooms.RELATION);
        this.clock = clock;
    }

    /**
     * Takes those that have not changed for fresh.
     *
     * @param organizations their ids
     * @return the others
     */
    Beat of(Collection<Long> organizations) {
        Instant begun = clock.instant();
        List<Used> used = own.sql(USED)
                .param("ids", array(organizations))
                .query((result, number) ->
                        new Used(result.getLong("id"), result.getObject("read_to_at", OffsetDateTime.class)))
                .list();
        Map<Long, Digest> theirs = snapshot.read(() -> beats(source, originals, used));
        Map<Long, Digest> ours = beats(own, copies, used);
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
