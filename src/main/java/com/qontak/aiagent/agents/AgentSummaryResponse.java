package com.qontak.aiagent.agents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent as a list shows it. */
@Schema(name = "AgentSummary", description = "An autonomous agent without its configuration.")
record AgentSummaryResponse(
        @Schema(description = "The agent's id.", example = "a1e00001-0000-4000-8000-000000000001") UUID aiAgentUuid,
        @Schema(description = "Its name, as people wrote it.", example = "Toko Maju assistant") String name,
        @Schema(description = "Whether customers meet it.") AgentStatus status,
        @Schema(description = "The newest saved version, from 1.", example = "3") long version,
        @Schema(description = "The version customers meet; null when none is live.", example = "2") @Nullable
                Long liveVersion,
        @Schema(description = "When the newest version was saved, in UTC.", example = "2026-11-18T08:31:12Z")
                Instant updatedAt,
        @Schema(description = "The id of the person who saved it; null when nobody knows.", example = "specialist-7")
                @Nullable
                String updatedBy) {

    static AgentSummaryResponse of(AgentSummary agent) {
        return new AgentSummaryResponse(
                agent.aiAgentUuid(),
                agent.name(),
                agent.status(),
                agent.version(),
                agent.liveVersion(),
                agent.updatedAt(),
                agent.updatedBy());
    }
}
