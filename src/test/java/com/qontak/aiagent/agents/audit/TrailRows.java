package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.testing.OwnDatabase;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes events of the trail as they would stand after the fact, minutes after a beginning. */
final class TrailRows {

    static final Instant BEGINNING = Instant.parse("2026-11-01T02:00:00Z");

    private final JdbcClient jdbc;

    TrailRows(OwnDatabase database) {
        this.jdbc = database.rows();
    }

    static UUID agent(int number) {
        return new UUID(0, number);
    }

    static Instant minute(double minute) {
        return BEGINNING.plus(Duration.ofMillis(Math.round(minute * 60_000)));
    }

    /** An intent alone. */
    UUID begun(long organization, String actor, String action, double minute, int agent) {
        UUID event = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO ai_agent_bff.audit_intent
                            (event_id, at, organization_id, actor_id, acting_for, role, ai_agent_uuid, action, request_id)
                        VALUES (:event, :at, :organization, :actor, NULL, 'specialist', :agent, :action, 'request-1')
                        """)
                .param("event", event)
                .param("at", minute(minute).atOffset(ZoneOffset.UTC))
                .param("organization", organization)
                .param("actor", actor)
                .param("agent", agent == 0 ? null : agent(agent), Types.OTHER)
                .param("action", action)
                .update();
        return event;
    }

    /** An intent and how it ended. */
    void done(long organization, String actor, String action, double minute, double until, String outcome, int agent) {
        ended(organization, begun(organization, actor, action, minute, agent), until, outcome, null, agent, null, null);
    }

    /** A creation that succeeded. */
    void made(long organization, String actor, String action, double minute, double until, int agent) {
        ended(organization, begun(organization, actor, action, minute, 0), until, "succeeded", null, agent, 0L, null);
    }

    /** A change that changed nothing. */
    void unchanged(long organization, String actor, String action, double minute, int agent) {
        UUID event = begun(organization, actor, action, minute, agent);
        ended(organization, event, minute, "succeeded", null, agent, 3L, 3L);
    }

    /** A refusal or failure with its problem. */
    void problem(long organization, String action, double minute, String outcome, String problem) {
        ended(organization, begun(organization, "a", action, minute, 0), minute, outcome, problem, 0, null, null);
    }

    void resource(long organization, String resourceId, String outcome) {
        jdbc.sql("INSERT INTO ai_agent_bff.resource_outcome VALUES (:organization, :resource, :agent, :outcome, now())")
                .param("organization", organization)
                .param("resource", resourceId)
                .param("agent", agent(1))
                .param("outcome", outcome)
                .update();
    }

    private void ended(
            long organization,
            UUID event,
            double minute,
            String outcome,
            @Nullable String problem,
            int agent,
            @Nullable Long versionBefore,
            @Nullable Long versionAfter) {
        jdbc.sql(
                        """
                        INSERT INTO ai_agent_bff.audit_outcome
                            (event_id, organization_id, at, outcome, problem, ai_agent_uuid, version_before,
                             version_after, changed)
                        VALUES (:event, :organization, :at, :outcome, :problem, :agent, :before, :after, '{}')
                        """)
                .param("event", event)
                .param("organization", organization)
                .param("at", minute(minute).atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("problem", problem, Types.VARCHAR)
                .param("agent", agent == 0 ? null : agent(agent), Types.OTHER)
                .param("before", versionBefore, Types.BIGINT)
                .param("after", versionAfter, Types.BIGINT)
                .update();
    }
}
