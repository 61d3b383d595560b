package com.qontak.aiagent.agents.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a preview. */
@Schema(name = "PreviewRequest", description = "One turn of a customer to try.")
record PreviewRequest(
        @Schema(description = "What the customer says, 1 to 4 000 characters.", example = "Where is my order?")
                @NotBlank
                @Size(max = 4000)
                String message,
        @Schema(
                        description = "The conversation it belongs to, as an earlier turn answered it; a new one when"
                                + " left out.",
                        example = "ses_8c1f")
                @Size(min = 1, max = 200)
                @Nullable
                String sessionId,
        @Schema(
                        description = "A configuration to try that is not saved; the agent's newest version when left"
                                + " out.",
                        ref = "#/components/schemas/CapabilityPack")
                @Nullable
                JsonNode capabilityPack) {

    Optional<JsonNode> unsavedPack() {
        return Optional.ofNullable(capabilityPack).filter(pack -> !pack.isNull());
    }
}
