package com.qontak.aiagent.impact.containment;

import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.Selection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One step from the settled rooms to the net contained ones.
 *
 * @param step what is counted; the same name as {@code outcome} has for the rooms behind it
 * @param conversations how many rooms: the first step less the three after it is the last
 */
@Schema(description = "One step from the settled conversations to those the AI closed for good.")
public record WaterfallStep(@Schema(example = "person_attached") String step, long conversations) {

    /**
     * @param counts the rooms
     * @return the five steps, which add up exactly
     */
    public static List<WaterfallStep> of(Counts counts) {
        return List.of(
                step(Selection.SETTLED, counts.settled()),
                step(Selection.PERSON_ATTACHED, counts.personAttached()),
                step(Selection.NOT_RESOLVED_BY_AI, counts.notResolvedByAi()),
                step(Selection.REOPENED, counts.reopened()),
                step(Selection.NET_CONTAINED, counts.netContained()));
    }

    private static WaterfallStep step(Selection selection, long conversations) {
        return new WaterfallStep(selection.code(), conversations);
    }
}
