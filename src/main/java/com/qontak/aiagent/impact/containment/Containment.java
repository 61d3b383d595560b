package com.qontak.aiagent.impact.containment;

import com.qontak.aiagent.impact.rates.Interval;
import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.rooms.Counts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the AI closed alone, and how much of it stayed closed. The hero is {@code netRate}.
 * <p>Units: rooms; rates are fractions in [0, 1], four places, half-up, over settled rooms only, and null over zero.
 *
 * @param handled rooms with an AI agent that closed in the period
 * @param settled those of them whose outcome can no longer change
 * @param pending those of them that are still settling
 * @param aiResolved settled rooms the AI resolved with nobody attached
 * @param reopened those of them whose contact came back within the window
 * @param netContained those of them whose contact did not
 * @param grossRate {@code aiResolved / settled}
 * @param netRate {@code netContained / settled}
 * @param falseResolutionGap {@code grossRate - netRate} from the exact fractions, which is {@code reopened / settled}
 * @param reopenRate {@code reopened / aiResolved}
 * @param netRateInterval the Wilson interval of the net rate; null when nothing is settled
 * @param enoughData whether there are enough settled rooms to judge by
 */
@Schema(description = "What the AI closed alone, and how much of it stayed closed.")
public record Containment(
        @Schema(description = "Conversations with an AI agent that closed in the period.", example = "3195")
                long handled,
        @Schema(
                        description = "Those of them whose outcome is final: they have been closed for the whole"
                                + " reopen window.",
                        example = "2999")
                long settled,
        @Schema(description = "Those of them that may still reopen, and are in no rate yet.", example = "196")
                long pending,
        @Schema(description = "Settled conversations that the AI closed with no person attached.", example = "2014")
                long aiResolved,
        @Schema(description = "Those of them whose customer came back within the reopen window.", example = "138")
                long reopened,
        @Schema(
                        description = "Those of them whose customer did not come back: closed by the AI for good.",
                        example = "1876")
                long netContained,
        @Schema(
                        description = "`ai_resolved` of `settled`: a fraction from 0 to 1 with four places; null when"
                                + " nothing is settled.",
                        example = "0.6716")
                @Nullable
                BigDecimal grossRate,
        @Schema(
                        description = "`net_contained` of `settled`, the figure to go by: a fraction from 0 to 1 with"
                                + " four places; null when nothing is settled.",
                        example = "0.6255")
                @Nullable
                BigDecimal netRate,
        @Schema(
                        description = "What the gross rate claims too much: `reopened` of `settled`, a fraction with"
                                + " four places; null when nothing is settled.",
                        example = "0.0460")
                @Nullable
                BigDecimal falseResolutionGap,
        @Schema(
                        description = "`reopened` of `ai_resolved`: a fraction with four places; null when the AI"
                                + " closed none alone.",
                        example = "0.0685")
                @Nullable
                BigDecimal reopenRate,
        @Schema(description = "How far the true net rate may be from the counted one; null when nothing is settled.")
                @Nullable
                Interval netRateInterval,
        @Schema(description = "Whether there are enough settled conversations (30) to judge by.", example = "true")
                boolean enoughData) {

    /** How many settled rooms it takes to judge by them. */
    public static final int ENOUGH = 30;

    /**
     * @param counts the rooms
     * @return the figures they make
     */
    public static Containment of(Counts counts) {
        Ratio net = netRatio(counts);
        return new Containment(
                counts.handled(),
                counts.settled(),
                counts.pending(),
                counts.aiResolved(),
                counts.reopened(),
                counts.netContained(),
                new Ratio(counts.aiResolved(), counts.settled()).rounded(),
                net.rounded(),
                new Ratio(counts.reopened(), counts.settled()).rounded(),
                new Ratio(counts.reopened(), counts.aiResolved()).rounded(),
                Interval.of95(net),
                counts.settled() >= ENOUGH);
    }

    /**
     * @param counts the rooms
     * @return the hero before it is rounded: net contained of settled
     */
    public static Ratio netRatio(Counts counts) {
        return new Ratio(counts.netContained(), counts.settled());
    }
}
