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
        long handled,
        long settled,
        long pending,
        long aiResolved,
        long reopened,
        long netContained,
        @Nullable BigDecimal grossRate,
        @Nullable BigDecimal netRate,
        @Nullable BigDecimal falseResolutionGap,
        @Nullable BigDecimal reopenRate,
        @Nullable Interval netRateInterval,
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
