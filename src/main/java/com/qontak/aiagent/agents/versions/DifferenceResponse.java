package com.qontak.aiagent.agents.versions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.agents.refine.ChangeResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What changed between two versions, as it is answered. */
@Schema(name = "VersionDifference", description = "What leads from one version of an agent to another.")
record DifferenceResponse(
        @Schema(description = "The version it starts from.", example = "2") long fromVersion,
        @Schema(description = "The version it leads to.", example = "3") long toVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "How the agent was renamed; absent when it was not.")
                @Nullable
                Renaming name,
        @Schema(description = "What changed in its configuration; empty when nothing did.")
                List<ChangeResponse> changes) {

    @Schema(name = "Renaming", description = "The agent's name in both versions.")
    record Renaming(
            @Schema(description = "The name it starts from.", example = "Toko Maju") String before,
            @Schema(description = "The name it leads to.", example = "Toko Maju assistant") String after) {}

    static DifferenceResponse of(VersionDifference difference, Locale locale) {
        return new DifferenceResponse(
                difference.from().version(),
                difference.to().version(),
                difference.renamed()
                        ? new Renaming(
                                difference.from().summary().name(),
                                difference.to().summary().name())
                        : null,
                difference.changes().stream()
                        .map(change -> ChangeResponse.of(change, locale))
                        .toList());
    }
}
