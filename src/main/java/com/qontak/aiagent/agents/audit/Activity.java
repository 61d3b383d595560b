package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.audit.AuditOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of an agent's trail.
 *
 * @param at when the work began
 * @param actingFor the tenant's id when it is not the actor's own, else null
 * @param problem the kind of problem that was answered, null for none
 * @param versionBefore the newest version as it was found; null where no version matters, or it was not found out
 * @param versionAfter the newest version as it was left; null likewise
 * @param changed RFC 6901 pointers to what differs; empty while it is not known
 */
record Activity(
        UUID eventId,
        Instant at,
        long organizationId,
        String actorId,
        @Nullable Long actingFor,
        String role,
        UUID aiAgentUuid,
        String action,
        AuditOutcome outcome,
        @Nullable String problem,
        @Nullable Long versionBefore,
        @Nullable Long versionAfter,
        String requestId,
        List<String> changed) {}
