package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.rooms.Telling;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Digests of stretches of an organization's rooms and logs, made alike of the originals and of the copies. */
final class SelectDigests {

    /** The times alone, which an index holds. */
    private static final String TIMES =
            """
            select count(*) as found, coalesce(sum(extract(epoch from updated_at)), 0) as total
            from %s
            where organization_id = :organizationId
              and updated_at > :fromAt
              and updated_at <= :toAt
              and isfinite(updated_at)
            """;

    private static final String ROOMS =
            """
            select
              count(*) as found,
              coalesce(sum(cast(cast('x' || left(md5(cast(row(
                id, contact_id, cast(channel as text), ai_agent_id, assign_channel_agent_id, created_at, closed_at,
                cast(closed_reason as text), updated_at) as text)), 15) as bit(60)) as bigint)), 0) as total
            from %s
            where organization_id = :organizationId
              and updated_at >= :fromAt
              and updated_at <= :toAt
              and (updated_at, id) > (:fromAt, :fromId)
              and (updated_at, id) <= (:toAt, :toId)
            """;

    private static final String IDS =
            """
            select coalesce(json_agg(id), '[]')
            from %s
            where organization_id = :organizationId
              and updated_at >= :fromAt
              and updated_at <= :toAt
              and (updated_at, id) > (:fromAt, :fromId)
              and (updated_at, id) <= (:toAt, :toId)
            """;

    private static final String LOGS =
            """
            select
              count(*) as found,
              coalesce(sum(cast(cast('x' || left(md5(cast(row(
                l.room_id, %s) as text)), 15) as bit(60)) as bigint)), 0) as total
            from %s r
            join %s l on l.room_id = r.id
            where r.organization_id = :organizationId
              and l.organization_id = :organizationId
            """;

    private static final String BETWEEN =
            """
              and r.updated_at >= :fromAt
              and r.updated_at <= :toAt
              and (r.updated_at, r.id) > (:fromAt, :fromId)
              and (r.updated_at, r.id) <= (:toAt, :toId)
            """;

    private static final String CLOSED_SINCE = "  and r.closed_at >= :since\n";

    private final JdbcClient jdbc;
    private final RelationName rooms;
    private final RelationName logs;

    SelectDigests(JdbcClient jdbc, RelationName rooms, RelationName logs) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.logs = logs;
    }

    /** @return of when the rooms changed after one moment, up to another, were changed */
    Digest times(long organizationId, Position from, Position to) {
        return digest(jdbc.sql(TIMES.formatted(rooms))
                .param("organizationId", organizationId)
                .param("fromAt", from.at())
                .param("toAt", to.at()));
    }

    /** @return of the rooms after one position, up to another and with it */
    Digest rooms(long organizationId, Position from, Position to) {
        return digest(between(ROOMS.formatted(rooms), organizationId, from, to));
    }

    /** @return those rooms, as a JSON array */
    String ids(long organizationId, Position from, Position to) {
        return between(IDS.formatted(rooms), organizationId, from, to)
                .query(String.class)
                .single();
    }

    /** @return of the logs of those rooms */
    Digest logs(long organizationId, Position from, Position to, Telling telling) {
        return digest(between(LOGS.formatted(columns(telling), rooms, logs) + BETWEEN, organizationId, from, to));
    }

    /** @return of the logs of the rooms closed at or after a moment */
    Digest logsSince(long organizationId, Instant since, Telling telling) {
        return digest(jdbc.sql(LOGS.formatted(columns(telling), rooms, logs) + CLOSED_SINCE)
                .param("organizationId", organizationId)
                .param("since", since.atOffset(ZoneOffset.UTC)));
    }

    private StatementSpec between(String sql, long organizationId, Position from, Position to) {
        return jdbc.sql(sql)
                .param("organizationId", organizationId)
                .param("fromAt", from.at())
                .param("fromId", from.id())
                .param("toAt", to.at())
                .param("toId", to.id());
    }

    private static Digest digest(StatementSpec statement) {
        return statement
                .query((result, number) -> new Digest(result.getLong("found"), result.getBigDecimal("total")))
                .single();
    }

    private static String columns(Telling telling) {
        String moods = telling.moods()
                ? "cast(l.sentiment_start as numeric), cast(l.sentiment_end as numeric)"
                : "cast(null as numeric), cast(null as numeric)";
        String turns = telling.turns() ? "cast(l.turns as numeric)" : "cast(null as numeric)";
        return moods + ", " + turns;
    }
}
