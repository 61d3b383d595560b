package com.qontak.aiagent.agents.migration;

import com.qontak.aiagent.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agent was made of which tree diagram, and who is making one; shared by all instances. Blocks briefly. */
@Component
class Origins {

    // Longer than making an agent may take, the trail and one repeat included.
    static final Duration LOCKED = Duration.ofMinutes(1);

    private static final String SELECT =
            """
            SELECT ai_agent_uuid
            FROM ai_agent_bff.migrated_agent
            WHERE organization_id = :organization_id AND path_id = :path_id AND ai_agent_uuid IS NOT NULL
            """;

    private static final String CLAIM =
            """
            INSERT INTO ai_agent_bff.migrated_agent AS m (organization_id, path_id, holder, locked_until)
            VALUES (:organization_id, :path_id, :holder, :locked_until)
            ON CONFLICT (organization_id, path_id) DO UPDATE
            SET holder = excluded.holder, locked_until = excluded.locked_until
            WHERE m.ai_agent_uuid IS NULL AND m.locked_until <= :now
            RETURNING generation
            """;

    private static final String REMEMBER =
            """
            UPDATE ai_agent_bff.migrated_agent
            SET ai_agent_uuid = :ai_agent_uuid, version = :version, migrated_at = :now, migrated_by = :actor_id
            WHERE organization_id = :organization_id AND path_id = :path_id AND generation = :generation
            """;

    private static final String RELEASE =
            """
            UPDATE ai_agent_bff.migrated_agent
            SET locked_until = :now
            WHERE organization_id = :organization_id AND path_id = :path_id AND holder = :holder
              AND ai_agent_uuid IS NULL
            """;

    private static final String FORGET =
            """
            UPDATE ai_agent_bff.migrated_agent
            SET generation = generation + 1, locked_until = :now,
                ai_agent_uuid = NULL, version = NULL, migrated_at = NULL, migrated_by = NULL
            WHERE organization_id = :organization_id AND path_id = :path_id AND ai_agent_uuid = :ai_agent_uuid
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Origins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The agent that was made of it; empty when none was, or it was forgotten. */
    Optional<UUID> find(long organizationId, String pathId) {
        return jdbc.sql(SELECT)
                .param("organization_id", organizationId)
                .param("path_id", pathId)
                .query(UUID.class)
                .optional();
    }

    /** The right to make its agent; empty when there is one already, or another run is making it. */
    Optional<Claim> claim(long organizationId, String pathId) {
        Instant now = clock.instant();
        UUID holder = UUID.randomUUID();
        return jdbc.sql(CLAIM)
                .param("organization_id", organizationId)
                .param("path_id", pathId)
                .param("holder", holder)
                .param("locked_until", time(now.plus(LOCKED)))
                .param("now", time(now))
                .query(Integer.class)
                .optional()
                .map(generation -> new Claim(organizationId, pathId, generation, holder));
    }

    /** Even when the lock has run out: whoever makes the agent of this generation is answered the same one. */
    void remember(Claim claim, UUID aiAgentUuid, long version, Caller caller) {
        jdbc.sql(REMEMBER)
                .param("ai_agent_uuid", aiAgentUuid)
                .param("version", version)
                .param("now", time(clock.instant()))
                .param("actor_id", caller.actorId())
                .param("organization_id", claim.organizationId())
                .param("path_id", claim.pathId())
                .param("generation", claim.generation())
                .update();
    }

    /** Lets another run try at once; does nothing once the agent is remembered. */
    void release(Claim claim) {
        jdbc.sql(RELEASE)
                .param("now", time(clock.instant()))
                .param("organization_id", claim.organizationId())
                .param("path_id", claim.pathId())
                .param("holder", claim.holder())
                .update();
    }

    /** Makes room for another agent after this one was deleted. */
    void forget(long organizationId, String pathId, UUID aiAgentUuid) {
        jdbc.sql(FORGET)
                .param("now", time(clock.instant()))
                .param("organization_id", organizationId)
                .param("path_id", pathId)
                .param("ai_agent_uuid", aiAgentUuid)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
