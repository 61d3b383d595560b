package com.qontak.aiagent.access.audit;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.web.ProblemType;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds rows to the trail; blocks while it does. Nothing can change or remove one, the database sees to that. */
@Component
class AuditRows {

    private static final String INSERT_INTENT =
            """
            INSERT INTO ai_agent_bff.audit_intent
                (event_id, at, organization_id, actor_id, acting_for, role, ai_agent_uuid, action, request_id)
            VALUES
                (:event_id, :at, :organization_id, :actor_id, :acting_for, :role, :ai_agent_uuid, :action, :request_id)
            """;

    // Written again when it is not known whether the first attempt arrived.
    private static final String INSERT_OUTCOME =
            """
            INSERT INTO ai_agent_bff.audit_outcome
                (event_id, organization_id, at, outcome, problem, ai_agent_uuid, version_before, version_after, changed)
            VALUES
                (:event_id, :organization_id, :at, :outcome, :problem, :ai_agent_uuid, :version_before, :version_after,
                 :changed)
            ON CONFLICT (organization_id, event_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void intend(AuditedEvent event, Caller caller, String action) {
        jdbc.sql(INSERT_INTENT)
                .param("event_id", event.eventId())
                .param("at", now())
                .param("organization_id", event.organizationId())
                .param("actor_id", caller.actorId())
                .param("acting_for", caller.actingFor(), Types.BIGINT)
                .param("role", caller.roles().stream().sorted().map(Role::claim).collect(Collectors.joining(" ")))
                .param("ai_agent_uuid", event.aiAgentUuid(), Types.OTHER)
                .param("action", action)
                .param("request_id", caller.requestId())
                .update();
    }

    void decide(AuditedEvent event, AuditOutcome outcome, @Nullable ProblemType problem) {
        jdbc.sql(INSERT_OUTCOME)
                .param("event_id", event.eventId())
                .param("organization_id", event.organizationId())
                .param("at", now())
                .param("outcome", outcome.word())
                .param("problem", problem == null ? null : problem.slug(), Types.VARCHAR)
                .param("ai_agent_uuid", event.aiAgentUuid(), Types.OTHER)
                .param("version_before", event.versionBefore(), Types.BIGINT)
                .param("version_after", event.versionAfter(), Types.BIGINT)
                .param("changed", event.changed().toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
