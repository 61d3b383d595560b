package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.audit.AuditOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of the trail as it is answered. */
@Schema(name = "Activity", description = "Who did what with the agent. Never holds what people wrote.")
record ActivityResponse(
        @Schema(description = "The event's id.", example = "0a4e1f7c-2b6d-4b0e-8f0a-6a1f2f0c9d11") UUID eventId,
        @Schema(description = "When it began, in UTC.", example = "2026-11-18T08:31:11Z") Instant at,
        @Schema(description = "The id of the organization it was done for.", example = "1") long organizationId,
        @Schema(description = "Who did it.", example = "specialist-7") String actorId,
        @Schema(description = "The same organization when a specialist acted for it; null otherwise.", example = "1")
                @Nullable
                Long actingFor,
        @Schema(description = "The actor's roles, separated by a blank.", example = "specialist") String role,
        @Schema(description = "The agent.", example = "a1e00001-0000-4000-8000-000000000001") UUID aiAgentUuid,
        @Schema(description = "What was done.", example = "agent.replace") String action,
        @Schema(
                        description =
                                "How it ended: `succeeded`, `refused` (the input, the right or the version did not"
                                        + " allow it), `failed`, `cancelled` (the caller hung up), `running`,"
                                        + " or `unknown` when"
                                        + " nobody saw the end.")
                AuditOutcome outcome,
        @Schema(description = "The kind of problem that was answered; null for none.", example = "version-moved-on")
                @Nullable
                String problem,
        @Schema(description = "The newest version before; 0 before the first, null where none matters.", example = "3")
                @Nullable
                Long versionBefore,
        @Schema(description = "The newest version after; null when there is no new one.", example = "4") @Nullable
                Long versionAfter,
        @Schema(description = "The request it was done in.", example = "0f5c1f0e-6a0d-4f39-9a52-2b1de2a4c001")
                String requestId,
        @Schema(description = "RFC 6901 pointers to what differs.", example = "[\"/capability_pack/profile/tone\"]")
                List<String> changed) {

    static ActivityResponse of(Activity activity) {
        return new ActivityResponse(
                activity.eventId(),
                activity.at(),
                activity.organizationId(),
                activity.actorId(),
                activity.actingFor(),
                activity.role(),
                activity.aiAgentUuid(),
                activity.action(),
                activity.outcome(),
                activity.problem(),
                activity.versionBefore(),
                activity.versionAfter(),
                activity.requestId(),
                activity.changed());
    }
}
