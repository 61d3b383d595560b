package com.qontak.aiagent.impact.journey;

import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The closed rooms with one outcome.
 *
 * @param outcome what became of them; the same name as {@code outcome} has for the rooms behind it
 * @param conversations how many
 * @param share of all closed rooms of the period, four places; null when there are none at all
 * @param medianMinutes the median from creation to close, one decimal, half-up; null when there are none
 */
@Schema(description = "The closed conversations with one outcome; the outcomes add up to all of them.")
public record JourneyStep(
        @Schema(
                        description = "What became of them: `ai_alone` (the AI closed it for good),"
                                + " `ai_alone_returned` (closed by the AI, the customer came back),"
                                + " `ai_alone_settling` (closed by the AI, may still come back),"
                                + " `ai_then_human` (a person joined), `ai_unresolved` (nobody else took part,"
                                + " and the AI did not resolve it), `human_only` (a person alone), `other` (neither).")
                Outcome outcome,
        @Schema(description = "How many conversations.", example = "1876") long conversations,
        @Schema(
                        description = "Their share of all closed conversations of the period: a fraction with four"
                                + " places; null when there are none at all.",
                        example = "0.4302")
                @Nullable
                BigDecimal share,
        @Schema(
                        description = "The median minutes from the beginning to the close, one decimal; null when"
                                + " there are none.",
                        example = "6.4")
                @Nullable
                BigDecimal medianMinutes) {

    /**
     * @param outcomes every outcome
     * @return the same with their shares, in the same order
     */
    public static List<JourneyStep> of(List<OutcomeMinutes> outcomes) {
        long all = outcomes.stream().mapToLong(OutcomeMinutes::conversations).sum();
        return outcomes.stream()
                .map(rooms -> new JourneyStep(
                        rooms.outcome(),
                        rooms.conversations(),
                        new Ratio(rooms.conversations(), all).rounded(),
                        rooms.medianMinutes()))
                .toList();
    }
}
