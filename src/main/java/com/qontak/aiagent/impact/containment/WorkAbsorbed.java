package com.qontak.aiagent.impact.containment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The people's time the net contained rooms would have taken, and what it would have cost by the customer's own rate.
 *
 * @param conversations net contained rooms
 * @param minutesPerConversation what a person would have needed for each
 * @param assumed whether nobody has set the minutes
 * @param suggestedMinutes the organization's own median for rooms handled by people alone, at most 60, one decimal;
 *     null when there are fewer than 30 of them
 * @param hours {@code conversations x minutes / 60}, one decimal, half-up
 * @param hourlyCostIdr what an hour of a person costs, in rupiah, as an admin set it; null until then
 * @param costSavedIdr {@code conversations x minutes / 60 x hourly cost} in whole rupiah, half-up, from the exact
 *     product; null until the hourly cost is set
 */
@Schema(description = "The people's time that the conversations the AI closed for good would have taken.")
public record WorkAbsorbed(
        @Schema(description = "Conversations the AI closed for good.", example = "1876") long conversations,
        @Schema(description = "The minutes a person would have needed for each.", example = "7.5")
                BigDecimal minutesPerConversation,
        @Schema(description = "Whether these minutes are the default and nobody has set them yet.", example = "false")
                boolean assumed,
        @Schema(
                        description = "The median minutes of your own conversations that people handled alone, at"
                                + " most 60, one decimal; null when there are fewer than 30 of them.",
                        example = "8.2")
                @Nullable
                BigDecimal suggestedMinutes,
        @Schema(description = "`conversations` times the minutes, in hours with one decimal.", example = "234.5")
                BigDecimal hours,
        @Schema(
                        description = "What an hour of a person costs, in whole rupiah, as an admin has set it; null"
                                + " until then.",
                        example = "42500")
                @Nullable
                Long hourlyCostIdr,
        @Schema(
                        description = "`conversations` times the minutes times that cost, from the exact product and"
                                + " not from the rounded `hours`, in whole rupiah; null until the cost is set.",
                        example = "9966250")
                @Nullable
                BigDecimal costSavedIdr) {

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    /**
     * @param conversations net contained rooms
     * @param minutes what a person would have needed for each
     * @param assumed whether nobody has set the minutes
     * @param suggestedMinutes the organization's own measure; null when there is none
     * @param hourlyCostIdr what an hour costs; null until an admin sets it
     * @return the work they make
     */
    public static WorkAbsorbed of(
            long conversations,
            BigDecimal minutes,
            boolean assumed,
            @Nullable BigDecimal suggestedMinutes,
            @Nullable Long hourlyCostIdr) {
        BigDecimal totalMinutes = BigDecimal.valueOf(conversations).multiply(minutes);
        return new WorkAbsorbed(
                conversations,
                minutes,
                assumed,
                suggestedMinutes,
                totalMinutes.divide(MINUTES_OF_AN_HOUR, 1, RoundingMode.HALF_UP),
                hourlyCostIdr,
                hourlyCostIdr == null ? null : cost(totalMinutes, hourlyCostIdr));
    }

    private static BigDecimal cost(BigDecimal minutes, long hourlyCostIdr) {
        return minutes.multiply(BigDecimal.valueOf(hourlyCostIdr)).divide(MINUTES_OF_AN_HOUR, 0, RoundingMode.HALF_UP);
    }
}
