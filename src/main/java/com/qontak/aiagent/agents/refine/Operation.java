package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation of RFC 6902, in public words.
 *
 * @param op {@code add}, {@code remove}, {@code replace} or {@code move}
 * @param from where a moved value is taken from; null for all others
 * @param path where it takes place
 * @param value what is put there; Java null for {@code remove} and {@code move}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Operation(
        @Schema(description = "What it does at `path`.") ChangeKind op,
        @Schema(
                        description = "RFC 6901 pointer to where a moved value is taken from; absent otherwise.",
                        example = "/capabilities/1")
                @Nullable
                String from,
        @Schema(description = "RFC 6901 pointer to its place in the configuration.", example = "/profile/greeting")
                String path,
        @Schema(description = "What is put there; absent for `remove` and `move`.", example = "\"Hello!\"") @Nullable
                JsonNode value) {

    /** Refuses an operation without its parts. */
    public Operation {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(path, "path");
    }
}
