package com.qontak.aiagent.impact.rates;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether one rate is really above another, or only looks so. */
public enum Verdict {
    /** Above it, and by more than chance explains. */
    BETTER,
    /** Below it, and by more than chance explains. */
    WORSE,
    /** The interval of the difference holds zero, or there are too few conversations on either side. */
    TOO_EARLY;

    /**
     * @param rate the rate in question
     * @param reference what it is held against
     * @param enough how large either whole must be to judge by
     * @return from the Newcombe interval at 95 % of the difference
     */
    public static Verdict of(Ratio rate, Ratio reference, int enough) {
        if (rate.whole() < Math.max(1, enough) || reference.whole() < Math.max(1, enough)) {
            return TOO_EARLY;
        }
        Bounds difference = Bounds.newcombe(rate, reference);
        if (difference.low() > 0) {
            return BETTER;
        }
        return difference.high() < 0 ? WORSE : TOO_EARLY;
    }

    /** @return the name in answers, such as {@code too_early} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
