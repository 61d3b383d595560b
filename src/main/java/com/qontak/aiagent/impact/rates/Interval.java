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
@Schema(name = "RateInterval", description = "A two-sided interval of a rate.")
public record Interval(
        @Schema(example = "0.95") BigDecimal level,
        @Schema(example = "0.5914") BigDecimal low,
        @Schema(example = "0.6468") BigDecimal high) {

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
