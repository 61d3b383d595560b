package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of a save. */
@Schema(name = "SaveAgent", description = "An agent to save: a new one, or a new version of one.")
public record SaveAgentRequest(
        @Schema(description = "The agent's name, up to 120 characters.", example = "Toko Maju assistant")
                @NotBlank
                @Size(max = 120)
                String name,
        @Schema(description = "The whole configuration.", ref = "#/components/schemas/CapabilityPack") @NotNull
                JsonNode capabilityPack) {}
