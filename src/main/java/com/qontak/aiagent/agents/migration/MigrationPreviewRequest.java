package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A legacy agent to look at.
 *
 * @param treeDiagram checked by {@link TreeReader}
 */
@Schema(name = "PreviewMigration", description = "A legacy agent to see as one of the new kind.")
record MigrationPreviewRequest(
        @Schema(
                        description = "The legacy agent as the tree diagram exports it.",
                        ref = "#/components/schemas/TreeDiagram")
                JsonNode treeDiagram) {}
