package com.qontak.aiagent.impact.assumptions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.qontak.aiagent.web.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cost assumption as it is sent and kept. What an answer says about it besides may be sent back, and changes nothing.
 *
 * @param minutesPerConversation above 0 and at most 480, at most two decimals; kept as null where they are assumed
 * @param hourlyCostIdr whole rupiah from 1 to 100 000 000; null for none
 * @param assumed whether the minutes are the default as it was answered; never kept
 */
@JsonIgnoreProperties({"set_by", "set_at", "version"})
@Schema(name = "CostAssumptionRequest", description = "What a person needs for a conversation, and what they cost.")
record CostDocument(
        @Schema(
                        description = "The minutes a person needs for one conversation: above 0, at most 480, at most"
                                + " two decimals.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "7.5")
                @Nullable
                BigDecimal minutesPerConversation,
        @Schema(
                        description =
                                "What an hour of a person costs, in whole rupiah; null when no cost is to be shown.",
                        example = "42500")
                @Nullable
                BigDecimal hourlyCostIdr,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
                @Schema(
                        description = "As it was answered: with `true`, default minutes stay an assumption. Without"
                                + " it: they are set.",
                        example = "false")
                @Nullable
                Boolean assumed) {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(480);
    private static final BigDecimal DEAREST = BigDecimal.valueOf(100_000_000);
    private static final int MOST_DIGITS = 30;

    /** @return everything wrong with it; empty when it can be kept */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (minutesPerConversation == null) {
            findings.add(Finding.error("required", "/minutes_per_conversation", "minutes_per_conversation"));
        } else if (!within(minutesPerConversation, LONGEST, 2)) {
            findings.add(
                    Finding.error("invalid_format", "/minutes_per_conversation").worded("not_minutes"));
        }
        if (hourlyCostIdr != null && !within(hourlyCostIdr, DEAREST, 0)) {
            findings.add(Finding.error("invalid_format", "/hourly_cost_idr").worded("not_rupiah"));
        }
        return findings;
    }

    /** @return as it is kept: the default that is sent back as assumed was not set; only of one without findings */
    CostDocument kept() {
        CostAssumption sent = toAssumption();
        boolean stillAssumed = Boolean.TRUE.equals(assumed)
                && sent.minutesPerConversation().equals(CostAssumption.DEFAULT.minutesPerConversation());
        return new CostDocument(stillAssumed ? null : minutesPerConversation, hourlyCostIdr, null);
    }

    /** @return the assumption; only of a document without findings */
    CostAssumption toAssumption() {
        BigDecimal minutes = minutesPerConversation == null
                ? CostAssumption.DEFAULT.minutesPerConversation()
                : plain(minutesPerConversation);
        return new CostAssumption(
                minutes, minutesPerConversation == null, hourlyCostIdr == null ? null : hourlyCostIdr.longValueExact());
    }

    /** A number of a million digits is not worth the arithmetic that refuses it. */
    private static boolean within(BigDecimal number, BigDecimal most, int places) {
        return number.precision() <= MOST_DIGITS
                && Math.abs(number.scale()) <= MOST_DIGITS
                && number.signum() > 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= places;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
