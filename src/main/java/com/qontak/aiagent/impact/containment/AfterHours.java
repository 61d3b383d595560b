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
@Schema(
        description = "The figures of conversations that began outside business hours.",
        example =
                """
                {"assumed": false, "handled": 1090, "settled": 1021, "pending": 69, "ai_resolved": 702, "reopened": 62,
                "net_contained": 640, "gross_rate": 0.6876, "net_rate": 0.6268, "false_resolution_gap": 0.0607,
                "reopen_rate": 0.0883, "net_rate_interval": {"level": 0.95, "low": 0.5967, "high": 0.6560},
                "enough_data": true, "share_of_net_contained": 0.3412}""")
public record AfterHours(
        @Schema(
                        description = "Whether the business hours are the default and nobody has set them yet.",
                        example = "false")
                boolean assumed,
        @JsonUnwrapped Containment figures,
        @Schema(
                        description = "Their `net_contained` of that of all hours: a fraction from 0 to 1 with four"
                                + " places; null when there are none at all.",
                        example = "0.3412")
                @Nullable
                BigDecimal shareOfNetContained) {

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
