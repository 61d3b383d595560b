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
 * @param assumed whether nobody has set the minutes
 * @param version counted from 1; 0 for the default
 * @param setBy the actor's id; null for the default
 * @param setAt when; null for the default
 */
@Schema(name = "CostAssumption", description = "What a conversation is taken to cost.")
record CostResponse(
        @Schema(description = "The minutes a person needs for one conversation.", example = "7.5")
                BigDecimal minutesPerConversation,
        @Schema(
                        description = "What an hour of a person costs, in whole rupiah; null when nobody has said.",
                        example = "42500")
                @Nullable
                Long hourlyCostIdr,
        @Schema(description = "Whether the minutes are the default and nobody has set them yet.", example = "false")
                boolean assumed,
        @Schema(
                        description = "How often it was saved; 0 for the default. Send it in `If-Match` to change it.",
                        example = "2")
                long version,
        @Schema(description = "The id of the person who saved it; null for the default.", example = "admin-3") @Nullable
                String setBy,
        @Schema(description = "When it was saved, in UTC; null for the default.", example = "2026-11-02T03:15:00Z")
                @Nullable
                Instant setAt) {

    static CostResponse of(Versioned<CostAssumption> cost) {
        return new CostResponse(
                cost.value().minutesPerConversation(),
                cost.value().hourlyCostIdr(),
                cost.value().assumed(),
                cost.version(),
                cost.setBy(),
                cost.setAt());
    }
}
