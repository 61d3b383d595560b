package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the first room with an AI agent was created. */
final class SelectFirstAiRoom {

    private static final String QUERY =
            """
            select min(created_at)
            from %s
            where organization_id = :organizationId
              and ai_agent_id is not null
              and isfinite(created_at)
            """;

    private final JdbcClient jdbc;
    private final String query;

    SelectFirstAiRoom(JdbcClient jdbc, RelationName rooms) {
        this.jdbc = jdbc;
        this.query = QUERY.formatted(rooms);
    }

    /**
     * @param organizationId the tenant
     * @return that moment; empty when no AI agent has taken part in any room
     */
    Optional<Instant> createdAt(long organizationId) {
        return jdbc.sql(query)
                .param("organizationId", organizationId)
                .query((result, number) -> Optional.ofNullable(result.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
