package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms as their owner has them, in the order in which they were last changed. */
final class SourceRooms {

    private static final String COLUMNS =
            """
            id, contact_id, channel, ai_agent_id, assign_channel_agent_id, created_at, closed_at, closed_reason, updated_at
            """;

    private static final String UNTOLD =
            """
            select exists (select from %s where organization_id = :organizationId and updated_at is null)
            """;

    private static final String CHANGED =
            """
            with chunk as (
              select %s
              from %s
              where organization_id = :organizationId
                and updated_at >= :at
                and (updated_at, id) > (:at, :id)
              order by updated_at, id
              limit :limit
            ),
            last as (
              select updated_at, id from chunk order by updated_at desc, id desc limit 1
            )
            select
              (select count(*) from chunk) as found,
              (select coalesce(json_agg(chunk), '[]') from chunk) as rooms,
              (select updated_at from last) as last_at,
              (select id from last) as last_id
            """;

    private static final String FOUND =
            """
            select coalesce(json_agg(room), '[]')
            from json_array_elements_text(cast(:ids as json)) as looked (id)
            cross join lateral (
              select %s
              from %s
              where organization_id = :organizationId
                and id = cast(looked.id as uuid)
              offset 0
            ) as room
            """;

    private final JdbcClient jdbc;
    private final String untold;
    private final String changed;
    private final String found;

    SourceRooms(JdbcClient jdbc, RelationName rooms) {
        this.jdbc = jdbc;
        this.untold = UNTOLD.formatted(rooms);
        this.changed = CHANGED.formatted(COLUMNS, rooms);
        this.found = FOUND.formatted(COLUMNS, rooms);
    }

    /**
     * @param organizationId the tenant
     * @return whether any room does not say when it was changed, so that its changes cannot be noticed
     */
    boolean untold(long organizationId) {
        return jdbc.sql(untold)
                .param("organizationId", organizationId)
                .query(Boolean.class)
                .single();
    }

    /**
     * @param organizationId the tenant
     * @param position rooms changed after it
     * @param limit how many at most
     * @return the first of them
     */
    Chunk changedAfter(long organizationId, Position position, int limit) {
        return jdbc.sql(changed)
                .param("organizationId", organizationId)
                .param("at", position.at())
                .param("id", position.id())
                .param("limit", limit)
                .query(SourceRooms::chunk)
                .single();
    }

    /**
     * @param organizationId the tenant
     * @param ids a JSON array
     * @return those that are there, as a JSON array of rows
     */
    String found(long organizationId, String ids) {
        return jdbc.sql(found)
                .param("organizationId", organizationId)
                .param("ids", ids)
                .query(String.class)
                .single();
    }

    private static Chunk chunk(ResultSet result, int number) throws SQLException {
        OffsetDateTime at = result.getObject("last_at", OffsetDateTime.class);
        Position last = at == null ? null : new Position(at, result.getObject("last_id", UUID.class));
        return new Chunk(result.getInt("found"), result.getString("rooms"), last);
    }

    /**
     * @param size how many rooms
     * @param rooms as a JSON array of rows
     * @param last the last of them; null when there is none
     */
    record Chunk(int size, String rooms, @Nullable Position last) {}
}
