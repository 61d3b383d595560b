package com.qontak.aiagent.impact.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share of a whole in exact integers, rounded only when it is shown.
 *
 * @param part how many of the whole; from 0 to {@code whole}
 * @param whole how many there are; 0 where there is nothing to take a share of
 */
public record Ratio(long part, long whole) {

    private static final int PLACES = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if the part is not between nothing and the whole */
    public Ratio {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole + " is not a share");
        }
    }

    /** @return the fraction in [0, 1], four places, half-up; null over zero, which is not the same as nothing */
    public @Nullable BigDecimal rounded() {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
    }

    /**
     * @param other what to compare with
     * @return this minus the other in percentage points, one decimal, half-up away from zero, from the exact
     *     fractions; null when either is over zero
     */
    public @Nullable BigDecimal pointsAbove(Ratio other) {
        if (whole == 0 || other.whole == 0) {
            return null;
        }
        BigDecimal crossed = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(other.whole))
                .subtract(BigDecimal.valueOf(other.part).multiply(BigDecimal.valueOf(whole)));
        return crossed.multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(other.whole)), 1, RoundingMode.HALF_UP);
    }

    /** @return the fraction as a double, for intervals only; NaN over zero */
    public double value() {
        return (double) part / whole;
    }
}
