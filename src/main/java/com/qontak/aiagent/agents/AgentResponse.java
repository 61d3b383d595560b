package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.web.FindingResponse;
import com.qontak.aiagent.web.Messages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent as it is answered. */
@Schema(name = "Agent", description = "An autonomous agent: its newest version, with what validation finds in it.")
public record AgentResponse(
        @Schema(description = "The agent's id.", example = "a1e00001-0000-4000-8000-000000000001") UUID aiAgentUuid,
        @Schema(description = "Its name, as people wrote it.", example = "Toko Maju assistant") String name,
        @Schema(description = "Whether customers meet it.") AgentStatus status,
        @Schema(description = "The newest saved version, from 1.", example = "3") long version,
        @Schema(description = "The version customers meet; null when none is live.", example = "2") @Nullable
                Long liveVersion,
        @Schema(description = "How the agent works; always `autonomous` here.", example = "autonomous") String mode,
        @Schema(description = "The engine it runs on; always 2 here.", example = "2") int engineVersion,
        @Schema(description = "When its first version was saved, in UTC.", example = "2026-11-03T02:15:40Z")
                Instant createdAt,
        @Schema(description = "When the newest version was saved, in UTC.", example = "2026-11-18T08:31:12Z")
                Instant updatedAt,
        @Schema(description = "The id of the person who saved it; null when nobody knows.", example = "specialist-7")
                @Nullable
                String updatedBy,
        @Schema(description = "The whole configuration.", ref = "#/components/schemas/CapabilityPack")
                JsonNode capabilityPack,
        @Schema(description = "What validation finds in the configuration.") List<FindingResponse> findings) {

    private static final String MODE = "autonomous";
    private static final int ENGINE_VERSION = 2;

    /**
     * @param validated an agent of the caller's organization
     * @param messages the texts of its findings
     * @param locale the caller's language
     * @return it as it is answered
     */
    public static AgentResponse of(ValidatedAgent validated, Messages messages, Locale locale) {
        Agent agent = validated.agent();
        AgentSummary summary = agent.summary();
        return new AgentResponse(
                summary.aiAgentUuid(),
                summary.name(),
                summary.status(),
                summary.version(),
                summary.liveVersion(),
                MODE,
                ENGINE_VERSION,
                agent.createdAt(),
                summary.updatedAt(),
                summary.updatedBy(),
                agent.pack().tree(),
                messages.findings(validated.findings(), locale));
    }
}
