package com.qontak.aiagent.agents.refine;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The changes to apply, as they were answered. */
@Schema(
        name = "ApplyRequest",
        description = "The changes to apply, as a refinement answered them: all, or your choice.")
record ApplyRequest(
        @Schema(description = "At least one change, each as it was answered.") @NotEmpty @Size(max = 3000)
                List<@NotNull ChangeResponse> changes) {}
