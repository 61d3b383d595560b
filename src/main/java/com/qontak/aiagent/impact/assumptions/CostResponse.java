package com.qontak.aiagent.impact.assumptions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is taken to cost.
 *
 * @param minutesPerConversation what a person needs for one
 * @param hourlyCostIdr what an hour of a person costs, whole rupiah; null when nobody said
 * @param assumed whether nobody has set it
 * @param version counted from 1; 0 for the default
 * @param setBy the actor's id; null for the default
 * @param setAt when; null for the default
 */
@Schema(name = "CostAssumption", description = "What a conversation is taken to cost.")
record CostResponse(
        BigDecimal minutesPerConversation,
        @Nullable Long hourlyCostIdr,
        boolean assumed,
        long version,
        @Nullable String setBy,
        @Nullable Instant setAt) {

    static CostResponse of(Versioned<CostAssumption> cost) {
        return new CostResponse(
                cost.value().minutesPerConversation(),
                cost.value().hourlyCostIdr(),
                !cost.isSet(),
                cost.version(),
                cost.setBy(),
                cost.setAt());
    }
}
