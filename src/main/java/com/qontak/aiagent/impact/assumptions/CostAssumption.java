package com.qontak.aiagent.impact.assumptions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs for a conversation, and what an hour of them costs.
 *
 * @param minutesPerConversation above 0 and at most 480, at most two decimals
 * @param assumed whether the minutes are the default and not what somebody set
 * @param hourlyCostIdr whole rupiah; null until an admin sets it
 */
public record CostAssumption(BigDecimal minutesPerConversation, boolean assumed, @Nullable Long hourlyCostIdr) {

    /** What is assumed until somebody sets it: six minutes, and no cost. */
    public static final CostAssumption DEFAULT = new CostAssumption(BigDecimal.valueOf(6), true, null);
}
