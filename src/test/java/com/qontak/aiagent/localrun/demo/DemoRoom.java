package com.qontak.aiagent.localrun.demo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rooms}, with what else its telemetry needs.
 *
 * @param topic what it is about: no column of {@code rooms}
 * @param handling how it went, or is going to go while it is open: no column of {@code rooms}
 */
record DemoRoom(
        UUID id,
        long organizationId,
        @Nullable Long contactId,
        String channel,
        @Nullable UUID aiAgentId,
        @Nullable Long humanId,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedReason,
        Instant updatedAt,
        Topic topic,
        Handling handling) {

    static final String COLUMNS = "rooms (id, organization_id, contact_id, channel, ai_agent_id,"
            + " assign_channel_agent_id, created_at, closed_at, closed_reason, updated_at)";

    Object[] columns() {
        return new Object[] {
            id, organizationId, contactId, channel, aiAgentId, humanId, createdAt, closedAt, closedReason, updatedAt
        };
    }
}
