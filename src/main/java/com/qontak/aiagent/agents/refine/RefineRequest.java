package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to refine, and the conversation so far. */
@Schema(name = "RefineRequest", description = "A misbehaviour to mend, a wish, a pasted error or a question.")
record RefineRequest(
        @Schema(
                        description = "What should be otherwise, in your own words: up to 8 000 characters.",
                        example = "Hand over to a person earlier, and make the greeting shorter.")
                @NotBlank
                @Size(max = 8000)
                String message,
        @Schema(description = "The conversation so far, oldest first: up to 20 turns and 32 KiB. It is not kept.")
                @Size(max = 20)
                @Nullable
                List<@NotNull @Valid TurnRequest> history,
        @Schema(
                        description = "An unsaved configuration to refine instead of the saved one.",
                        ref = "#/components/schemas/CapabilityPack")
                @Nullable
                JsonNode capabilityPack) {

    private static final int LARGEST_HISTORY = 32 * 1024;

    @Schema(name = "RefineTurn", description = "One turn of the conversation.")
    record TurnRequest(
            @Schema(
                            description = "Who spoke.",
                            allowableValues = {"user", "assistant"},
                            example = "user")
                    @NotNull
                    @Pattern(regexp = "user|assistant")
                    String role,
            @Schema(description = "What was said.", example = "Make it shorter.") @NotNull String text) {}

    // Named for the field it speaks of: its breach is reported at /history.
    @JsonIgnore
    @AssertTrue
    boolean isHistory() {
        return turns().stream()
                        .mapToLong(turn -> turn.text().getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                <= LARGEST_HISTORY;
    }

    List<AgentRefiner.Turn> turns() {
        return Objects.requireNonNullElse(history, List.<TurnRequest>of()).stream()
                .filter(turn -> turn != null && turn.text() != null)
                .map(turn -> new AgentRefiner.Turn(turn.role(), turn.text()))
                .toList();
    }
}
