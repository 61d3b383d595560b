package com.qontak.aiagent.agents.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to draft an agent from.
 *
 * @param prompt what the agent is for, 20 to 8 000 characters
 * @param language {@code id} or {@code en}; {@code id} when left out
 * @param actionIds actions it should use; empty when left out
 * @param resourceIds resources it should know; empty when left out
 */
@Schema(name = "DraftRequest", description = "What to draft an agent from.")
public record DraftRequest(
        @Schema(
                        description = "What the agent is for, in your own words: 20 to 8 000 characters.",
                        example =
                                "A friendly assistant for a fashion shop: it answers where an order is, takes returns,"
                                        + " and hands angry customers to a person.")
                @NotBlank
                @Size(min = 20, max = 8000)
                String prompt,
        @Schema(description = "The language the agent speaks.", example = "id", defaultValue = "id")
                @Pattern(regexp = "id|en")
                @Nullable
                String language,
        @Schema(description = "Actions it should use, by `action_id`.", example = "[\"create_ticket\"]")
                @Size(max = 100)
                @Nullable
                List<@NotNull @Size(max = 64) String> actionIds,
        @Schema(description = "Resources it should know, by `resource_id`.", example = "[]") @Size(max = 100) @Nullable
                List<@NotNull @Size(max = 64) String> resourceIds) {

    /** The language of a draft that names none. */
    public static final String DEFAULT_LANGUAGE = "id";
}
