package com.qontak.benchmark.proxy;

import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Times that were measured one by one. Unlike those of {@link Load}, they may be differences, and so below zero.
 *
 * @param sorted in nanoseconds, the shortest first
 */
record Delays(long[] sorted) {

    static Delays of(LongStream nanos) {
        return new Delays(nanos.sorted().toArray());
    }

    /** @return the time that so many per cent do not exceed, in milliseconds; not a number when nothing was measured */
    double millis(double percentile) {
        int index = (int) Math.ceil(percentile / 100 * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
    }

    /** @return the median with the quartiles */
    String spread() {
        return String.format(Locale.ROOT, "%.2f ms (%.2f–%.2f)", millis(50), millis(25), millis(75));
    }
}
