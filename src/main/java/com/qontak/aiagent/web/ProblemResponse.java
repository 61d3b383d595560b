package com.qontak.aiagent.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of {@link ProblemDocuments}, for the OpenAPI document alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong, and what to do about it (RFC 9457).")
record ProblemResponse(
        @Schema(description = "The kind of problem, explained at this address.", example = "/problems/invalid-input")
                String type,
        @Schema(description = "The kind of problem in a few words.", example = "The input needs a correction")
                String title,
        @Schema(description = "The HTTP status.", example = "422") int status,
        @Schema(
                        description = "What happened, in the caller's language.",
                        example =
                                "Something in the request cannot be used. Nothing was saved, and nothing was sent on.")
                String detail,
        @Schema(
                        description = "What to do about it, in the caller's language.",
                        example = "Correct each place in findings, then send the request again.")
                String remedy,
        @Schema(description = "The path that was called.", example = "/v2/ai_agents") String instance,
        @Schema(description = "Tell support this id.", example = "0f5c1f0e-6a0d-4f39-9a52-2b1de2a4c001")
                String requestId,
        @Schema(description = "What is wrong with the input, place by place; absent for other problems.") @Nullable
                List<FindingResponse> findings) {}
