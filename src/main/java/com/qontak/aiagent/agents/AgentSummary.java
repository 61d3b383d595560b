package com.qontak.aiagent.agents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent without its pack.
 *
 * @param aiAgentUuid the agent's id
 * @param organizationId the tenant it belongs to
 * @param name its name, as people wrote it
 * @param status whether customers meet it
 * @param version the newest saved version, from 1
 * @param liveVersion the version customers meet, null when none is live
 * @param updatedAt when the newest version was saved
 * @param updatedBy the actor who saved it, null when the upstream does not say
 */
public record AgentSummary(
        UUID aiAgentUuid,
        long organizationId,
        String name,
        AgentStatus status,
        long version,
        @Nullable Long liveVersion,
        Instant updatedAt,
        @Nullable String updatedBy) {}
