package com.qontak.aiagent.agents.versions;

import com.qontak.aiagent.agents.AgentStatus;
import com.qontak.aiagent.agents.AgentSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version as a list shows it. */
@Schema(name = "AgentVersion", description = "One version of an agent, without its configuration.")
record VersionResponse(
        @Schema(description = "Its number, from 1.", example = "3") long version,
        @Schema(description = "The name the agent had.", example = "Toko Maju assistant") String name,
        @Schema(description = "Whether customers met the agent when this version was last touched.") AgentStatus status,
        @Schema(description = "When it was saved, in UTC.", example = "2026-11-18T08:31:12Z") Instant updatedAt,
        @Schema(description = "The id of the person who saved it; null when nobody knows.", example = "specialist-7")
                @Nullable
                String updatedBy) {

    static VersionResponse of(AgentSummary version) {
        return new VersionResponse(
                version.version(), version.name(), version.status(), version.updatedAt(), version.updatedBy());
    }
}
