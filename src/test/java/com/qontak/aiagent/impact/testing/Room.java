package com.qontak.aiagent.impact.testing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code rooms}, as the tests write and recount it. */
public record Room(
        UUID id,
        long organizationId,
        @Nullable Long contactId,
        String channel,
        @Nullable UUID aiAgentId,
        @Nullable Long personId,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedReason) {}
