package com.qontak.aiagent.impact.containment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.rooms.Counts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The hero's figures for rooms that were created outside business hours.
 *
 * @param assumed whether the business hours are the defaults and not what somebody set
 * @param figures the counts and rates of those rooms
 * @param shareOfNetContained their net contained of all net contained, four places; null over zero
 */
@Schema(description = "The figures of conversations that began outside business hours.")
public record AfterHours(
        boolean assumed, @JsonUnwrapped Containment figures, @Nullable BigDecimal shareOfNetContained) {

    /**
     * @param afterHours the rooms created outside business hours
     * @param all those and the others
     * @param assumed whether the business hours are the defaults
     * @return the figures they make
     */
    public static AfterHours of(Counts afterHours, Counts all, boolean assumed) {
        Ratio share = new Ratio(afterHours.netContained(), all.netContained());
        return new AfterHours(assumed, Containment.of(afterHours), share.rounded());
    }
}
