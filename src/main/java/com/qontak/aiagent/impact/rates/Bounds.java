package com.qontak.aiagent.impact.rates;

/**
 * An interval before it is rounded.
 *
 * @param low its lower end
 * @param high its upper end
 */
record Bounds(double low, double high) {

    /** The 0.975 quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Wilson's score interval at 95 % (E. B. Wilson, 1927): the rates that a score test would not refuse.
     *
     * @param ratio the observed share, over at least one
     * @return its ends, in [0, 1]
     */
    static Bounds wilson(Ratio ratio) {
        double n = ratio.whole();
        double p = ratio.value();
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double low = ratio.part() == 0 ? 0 : centre - half;
        double high = ratio.part() == ratio.whole() ? 1 : centre + half;
        return new Bounds(Math.max(0, low), Math.min(1, high));
    }

    /**
     * The interval at 95 % of the difference of two independent rates, from the Wilson interval of each (method 10 of
     * R. G. Newcombe, Statistics in Medicine 17, 1998).
     *
     * @param minuend a share over at least one
     * @param subtrahend another share over at least one
     * @return the ends of minuend minus subtrahend, in [-1, 1]
     */
    static Bounds newcombe(Ratio minuend, Ratio subtrahend) {
        Bounds first = wilson(minuend);
        Bounds second = wilson(subtrahend);
        double difference = minuend.value() - subtrahend.value();
        double below = Math.hypot(minuend.value() - first.low, second.high - subtrahend.value());
        double above = Math.hypot(first.high - minuend.value(), subtrahend.value() - second.low);
        return new Bounds(difference - below, difference + above);
    }
}
