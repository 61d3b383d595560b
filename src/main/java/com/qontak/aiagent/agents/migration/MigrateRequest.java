package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A legacy agent to move over.
 *
 * @param treeDiagram checked by {@link TreeReader}
 */
@Schema(name = "MigrateAgent", description = "A legacy agent to move over, and the name it is to have.")
record MigrateRequest(
        @Schema(
                        description = "The legacy agent as the tree diagram exports it.",
                        ref = "#/components/schemas/TreeDiagram")
                JsonNode treeDiagram,
        @Schema(description = "The new agent's name, up to 120 characters.", example = "Toko Maju assistant")
                @NotBlank
                @Size(max = 120)
                String name) {}
