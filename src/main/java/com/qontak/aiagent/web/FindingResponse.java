package com.qontak.aiagent.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Finding} in the caller's language.
 *
 * @param code the public code
 * @param severity {@code error} or {@code warning}
 * @param pointer RFC 6901 pointer into the request body, or into the answered agent where there is none
 * @param message what is the matter, in plain words
 * @param hint what to do about it; absent where nothing can be done
 */
@Schema(name = "Finding", description = "One thing wrong, or doubtful, at one place of the input.")
public record FindingResponse(
        @Schema(description = "Stable code of the finding.", example = "duplicate_id") String code,
        @Schema(description = "An `error` refuses the input, a `warning` only accompanies the answer.")
                Severity severity,
        @Schema(
                        description = "RFC 6901 pointer into the request body.",
                        example = "/capability_pack/capabilities/1/capability_id")
                String pointer,
        @Schema(
                        description = "What is the matter, in the caller's language.",
                        example = "The id \"order_status\" is used more than once.")
                String message,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "What to do about it.", example = "Give each capability an id of its own.")
                @Nullable
                String hint) {}
