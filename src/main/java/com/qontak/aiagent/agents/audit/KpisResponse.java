package com.qontak.aiagent.agents.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The initiative's figures as they are answered. */
@Schema(name = "Kpis", description = "The initiative's figures over all organizations, from the beginning.")
record KpisResponse(
        @Schema(description = "Agents that were saved and previewed to the end, both with success.")
                Figure agentsBuiltAndLive,
        @Schema(description = "Organizations that have such an agent.") Figure organizations,
        @Schema(description = "Drafts that succeeded, of those that came to an end.") Figure draftSuccessRate,
        @Schema(description = "Previews that succeeded, of those that came to an end.") Figure previewSuccessRate,
        @Schema(description = "Resources seen ready, of those seen ready or failed.") Figure resourceSuccessRate,
        @Schema(
                        description = "Median of the minutes from an actor's first draft or creation call to the save"
                                + " that made the agent.")
                Figure medianMinutesToFirstSave) {

    @Schema(name = "Kpi", description = "A figure, what it is meant to be, and what it is made of.")
    record Figure(
            @Schema(
                            description = "A count, a rate from 0 to 1 with four places, or minutes with one; null when"
                                    + " there is nothing to count yet.",
                            example = "0.9231")
                    @Nullable
                    BigDecimal value,
            @Schema(description = "What it is meant to be.", example = "0.90") BigDecimal target,
            @Schema(description = "The counts behind it.", example = "{\"succeeded\": 12, \"finished\": 13}")
                    Map<String, Long> counts) {}

    static KpisResponse of(KpiCounts counts) {
        return new KpisResponse(
                figure(
                        Kpi.AGENTS_BUILT_AND_LIVE,
                        counts,
                        "agents_saved",
                        counts.agentsSaved(),
                        "agents_previewed",
                        counts.agentsPreviewed()),
                figure(Kpi.ORGANIZATIONS, counts, "agents_built_and_live", counts.agentsBuiltAndLive()),
                figure(Kpi.DRAFT_SUCCESS_RATE, counts, "succeeded", counts.drafts()),
                figure(Kpi.PREVIEW_SUCCESS_RATE, counts, "succeeded", counts.previews()),
                figure(Kpi.RESOURCE_SUCCESS_RATE, counts, "ready", counts.resources()),
                figure(Kpi.MEDIAN_MINUTES_TO_FIRST_SAVE, counts, "agents", counts.firstSaves()));
    }

    private static Figure figure(Kpi kpi, KpiCounts counts, String name, KpiCounts.Rate rate) {
        return figure(kpi, counts, name, rate.succeeded(), "finished", rate.finished());
    }

    private static Figure figure(Kpi kpi, KpiCounts counts, String name, long count, String other, long otherCount) {
        Figure figure = figure(kpi, counts, name, count);
        figure.counts().put(other, otherCount);
        return figure;
    }

    private static Figure figure(Kpi kpi, KpiCounts counts, String name, long count) {
        return new Figure(kpi.value(counts), kpi.target(), new LinkedHashMap<>(Map.of(name, count)));
    }
}
