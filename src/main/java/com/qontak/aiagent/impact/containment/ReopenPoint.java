package com.qontak.aiagent.impact.containment;

import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.rooms.WindowCounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures would be with another reopen window, over the rooms closed for at least that long.
 *
 * @param hours the window
 * @param handled rooms with an AI agent that have been closed for at least the window
 * @param aiResolved those the AI resolved with nobody attached
 * @param reopened those of them whose contact came back within the window
 * @param reopenRate {@code reopened / aiResolved}; null over zero
 * @param netRate {@code (aiResolved - reopened) / handled}; null over zero
 */
@Schema(description = "The figures as another reopen window would make them.")
public record ReopenPoint(
        @Schema(description = "The reopen window, in hours.", example = "48") int hours,
        @Schema(
                        description = "Conversations with an AI agent that have been closed for at least that long.",
                        example = "2999")
                long handled,
        @Schema(description = "Those of them that the AI closed with no person attached.", example = "2014")
                long aiResolved,
        @Schema(description = "Those of them whose customer came back within the window.", example = "138")
                long reopened,
        @Schema(
                        description = "`reopened` of `ai_resolved`: a fraction with four places; null when the AI"
                                + " closed none alone.",
                        example = "0.0685")
                @Nullable
                BigDecimal reopenRate,
        @Schema(
                        description = "What the AI closed for good, of `handled`: a fraction with four places; null"
                                + " when there are none.",
                        example = "0.6255")
                @Nullable
                BigDecimal netRate) {

    /** The windows of the curve, in hours. */
    public static final List<Integer> WINDOWS = List.of(24, 48, 72, 168);

    /**
     * @param counts the rooms of one window
     * @return the point they make
     */
    public static ReopenPoint of(WindowCounts counts) {
        return new ReopenPoint(
                counts.hours(),
                counts.handled(),
                counts.aiResolved(),
                counts.reopened(),
                new Ratio(counts.reopened(), counts.aiResolved()).rounded(),
                new Ratio(counts.aiResolved() - counts.reopened(), counts.handled()).rounded());
    }
}
