package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The copy of what the AI logged about rooms. Replacing any takes away the days on which those rooms closed. */
final class CopiedLogs {

    /** Where it is. */
    static final RelationName RELATION = RelationName.of("ai_agent_bff.impact_log");

    private static final String DROP_LOGS =
            """
            delete from ai_agent_bff.impact_log
            where organization_id = :organizationId
              and room_id in (select cast(value as uuid) from json_array_elements_text(cast(:ids as json)))
            """;

    private static final String ADD_LOGS =
            """
            insert into ai_agent_bff.impact_log (organization_id, room_id, sentiment_start, sentiment_end, turns)
            select :organizationId, room_id, sentiment_start, sentiment_end, turns
            from json_to_recordset(cast(:logs as json)) as l (
              room_id uuid, sentiment_start numeric, sentiment_end numeric, turns numeric)
            """;

    private static final String DROP_DAYS =
            """
            with dirty as (
              select distinct d.day
              from json_array_elements_text(cast(:ids as json)) as room (id)
              cross join lateral (
                select closed_at
                from ai_agent_bff.impact_room
                where organization_id = :organizationId
                  and id = cast(room.id as uuid)
                offset 0
              ) m
              cross join lateral (
                select day
                from ai_agent_bff.impact_day
                where organization_id = :organizationId
                  and starts_at <= m.closed_at
                  and ends_at > m.closed_at
                order by starts_at desc
                limit 1
              ) d
              where exists (select from ai_agent_bff.impact_day where organization_id = :organizationId)
            )
            delete from ai_agent_bff.impact_day d
            using dirty
            where d.organization_id = :organizationId
              and d.day = dirty.day
            """;

    private static final String IDS_CLOSED_SINCE =
            """
            select coalesce(json_agg(id), '[]')
            from ai_agent_bff.impact_room
            where organization_id = :organizationId
              and closed_at >= :since
            """;

    private final JdbcClient jdbc;

    CopiedLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param organizationId the tenant
     * @param ids rooms, a JSON array
     * @param logs everything that is logged about them, a JSON array of rows
     */
    void replace(long organizationId, String ids, String logs) {
        jdbc.sql(DROP_LOGS)
                .param("organizationId", organizationId)
                .param("ids", ids)
                .update();
        jdbc.sql(ADD_LOGS)
                .param("organizationId", organizationId)
                .param("logs", logs)
                .update();
        jdbc.sql(DROP_DAYS)
                .param("organizationId", organizationId)
                .param("ids", ids)
                .update();
    }

    /** @return the rooms closed at or after a moment, as a JSON array */
    String idsClosedSince(long organizationId, Instant since) {
        return jdbc.sql(IDS_CLOSED_SINCE)
                .param("organizationId", organizationId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }
}
