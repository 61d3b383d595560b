package com.qontak.aiagent.impact.rates;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A two-sided interval of a rate.
 *
 * @param level how often such an interval holds the true rate, as a fraction
 * @param low its lower end in [0, 1], four places, half-up
 * @param high its upper end in [0, 1], four places, half-up
 */
@Schema(name = "RateInterval", description = "Between which two rates the true one very likely lies.")
public record Interval(
        @Schema(
                        description = "How often such an interval holds the true rate: 0.95 is 19 times in 20.",
                        example = "0.95")
                BigDecimal level,
        @Schema(description = "The lower end: a fraction from 0 to 1 with four places.", example = "0.6081")
                BigDecimal low,
        @Schema(description = "The upper end: a fraction from 0 to 1 with four places.", example = "0.6427")
                BigDecimal high) {

    private static final BigDecimal LEVEL = new BigDecimal("0.95");

    /**
     * The Wilson score interval at 95 %.
     *
     * @param ratio the observed share
     * @return its interval; null over zero
     */
    public static @Nullable Interval of95(Ratio ratio) {
        if (ratio.whole() == 0) {
            return null;
        }
        Bounds bounds = Bounds.wilson(ratio);
        return new Interval(LEVEL, rounded(bounds.low()), rounded(bounds.high()));
    }

    private static BigDecimal rounded(double end) {
        return BigDecimal.valueOf(end).setScale(4, RoundingMode.HALF_UP);
    }
}
