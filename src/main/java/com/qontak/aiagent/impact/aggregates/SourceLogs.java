package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.rooms.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the AI logged about rooms, as the owner has it. */
final class SourceLogs {

    private static final String FOUND =
            """
            select coalesce(json_agg(log), '[]')
            from (
              select l.*
              from json_array_elements_text(cast(:ids as json)) as room (id)
              cross join lateral (
                select room_id%s
                from %s
                where organization_id = :organizationId
                  and room_id = cast(room.id as uuid)
                offset 0
              ) l
            ) as log
            """;

    private final JdbcClient jdbc;
    private final RelationName logs;

    SourceLogs(JdbcClient jdbc, RelationName logs) {
        this.jdbc = jdbc;
        this.logs = logs;
    }

    /**
     * @param organizationId the tenant
     * @param ids rooms, as a JSON array
     * @param telling what may be asked for
     * @return the logs of those rooms, as a JSON array of rows
     */
    String found(long organizationId, String ids, Telling telling) {
        String columns =
                (telling.moods() ? ", sentiment_start, sentiment_end" : "") + (telling.turns() ? ", turns" : "");
        return jdbc.sql(FOUND.formatted(columns, logs))
                .param("organizationId", organizationId)
                .param("ids", ids)
                .query(String.class)
                .single();
    }
}
