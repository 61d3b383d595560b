package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.audit.AuditOutcome;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.web.PageRequest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Selects the trail of one agent; blocks while it does. */
@Component
class SelectActivity {

    // An agent's own creation names it in the outcome alone.
    private static final String EVENTS =
            """
            WITH event AS (
                SELECT event_id FROM ai_agent_bff.audit_intent
                WHERE organization_id = :organization_id AND ai_agent_uuid = :ai_agent_uuid
                UNION
                SELECT event_id FROM ai_agent_bff.audit_outcome
                WHERE organization_id = :organization_id AND ai_agent_uuid = :ai_agent_uuid
            )
            """;

    private static final String PAGE = EVENTS
            + """
            SELECT i.event_id, i.at, i.organization_id, i.actor_id, i.acting_for, i.role, i.action, i.request_id,
                   o.outcome, o.problem, o.version_before, o.version_after, o.changed
            FROM event
            JOIN ai_agent_bff.audit_intent i ON i.organization_id = :organization_id AND i.event_id = event.event_id
            LEFT JOIN ai_agent_bff.audit_outcome o
              ON o.organization_id = :organization_id AND o.event_id = event.event_id
            ORDER BY i.at DESC, i.event_id DESC
            LIMIT :rows OFFSET :skipped
            """;

    private static final String COUNT = EVENTS + "SELECT count(*) FROM event";

    private static final String WAS_DELETED = EVENTS
            + """
            SELECT EXISTS (
                SELECT 1
                FROM event
                JOIN ai_agent_bff.audit_intent i ON i.organization_id = :organization_id AND i.event_id = event.event_id
                LEFT JOIN ai_agent_bff.audit_outcome o
                  ON o.organization_id = :organization_id AND o.event_id = event.event_id
                WHERE i.action = :delete AND coalesce(o.outcome, 'failed') IN ('succeeded', 'failed', 'cancelled'))
            AND EXISTS (
                SELECT 1
                FROM event
                JOIN ai_agent_bff.audit_outcome o ON o.organization_id = :organization_id AND o.event_id = event.event_id
                WHERE o.outcome = 'succeeded')
            """;

    private final JdbcClient jdbc;
    private final Unfinished unfinished;
    private final Clock clock;

    SelectActivity(JdbcClient jdbc, Unfinished unfinished, Clock clock) {
        this.jdbc = jdbc;
        this.unfinished = unfinished;
        this.clock = clock;
    }

    /** @return the page asked for, newest first */
    Listed<Activity> page(long organizationId, UUID aiAgentUuid, PageRequest page) {
        Instant now = clock.instant();
        List<Activity> activities = of(PAGE, organizationId, aiAgentUuid)
                .param("rows", page.perPage())
                .param("skipped", (long) (page.page() - 1) * page.perPage())
                .query((row, number) -> activity(row, aiAgentUuid, now))
                .list();
        long total = of(COUNT, organizationId, aiAgentUuid).query(Long.class).single();
        return new Listed<>(activities, total);
    }

    /**
     * @return whether the organization had such an agent, since something was done with it, and deleted it, or may have:
     *     the end of a deletion need not be known
     */
    boolean wasDeleted(long organizationId, UUID aiAgentUuid) {
        return of(WAS_DELETED, organizationId, aiAgentUuid)
                .param("delete", AgentAction.DELETE.word())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, long organizationId, UUID aiAgentUuid) {
        return jdbc.sql(sql).param("organization_id", organizationId).param("ai_agent_uuid", aiAgentUuid);
    }

    private Activity activity(ResultSet row, UUID aiAgentUuid, Instant now) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        String action = row.getString("action");
        @Nullable String outcome = row.getString("outcome");
        @Nullable Array changed = row.getArray("changed");
        return new Activity(
                row.getObject("event_id", UUID.class),
                at,
                row.getLong("organization_id"),
                row.getString("actor_id"),
                row.getObject("acting_for", Long.class),
                row.getString("role"),
                aiAgentUuid,
                action,
                outcome == null ? unfinished.outcome(action, at, now) : AuditOutcome.ofWord(outcome),
                row.getString("problem"),
                row.getObject("version_before", Long.class),
                row.getObject("version_after", Long.class),
                row.getString("request_id"),
                changed == null ? List.of() : List.of((String[]) changed.getArray()));
    }
}
