package com.qontak.aiagent.impact.containment;

import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.Selection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * One step from the settled rooms to the net contained ones.
 *
 * @param step what is counted; the same name as {@code outcome} has for the rooms behind it
 * @param conversations how many rooms: the first step less the three after it is the last
 * @param link the call that lists them
 */
@Schema(description = "One step from the settled conversations to those the AI closed for good.")
public record WaterfallStep(
        @Schema(
                        description = "What is counted: `settled`, minus `person_attached`, minus"
                                + " `not_resolved_by_ai`, minus `reopened`, is `net_contained`.",
                        example = "person_attached")
                String step,
        @Schema(
                        description = "How many conversations. The first step less the three after it is the last.",
                        example = "731")
                long conversations,
        @Schema(
                        description = "The call that lists these conversations.",
                        example = "/impact/conversations?from=2026-10-24&to=2026-11-20&outcome=person_attached")
                String link) {

    /**
     * @param counts the rooms
     * @param link the call that lists the rooms of a selection
     * @return the five steps, which add up exactly
     */
    public static List<WaterfallStep> of(Counts counts, Function<Selection, String> link) {
        return List.of(
                step(Selection.SETTLED, counts.settled(), link),
                step(Selection.PERSON_ATTACHED, counts.personAttached(), link),
                step(Selection.NOT_RESOLVED_BY_AI, counts.notResolvedByAi(), link),
                step(Selection.REOPENED, counts.reopened(), link),
                step(Selection.NET_CONTAINED, counts.netContained(), link));
    }

    private static WaterfallStep step(Selection selection, long conversations, Function<Selection, String> link) {
        return new WaterfallStep(selection.code(), conversations, link.apply(selection));
    }
}
