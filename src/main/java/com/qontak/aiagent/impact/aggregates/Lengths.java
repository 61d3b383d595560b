package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectLengths.Histogram;
import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long the rooms with one outcome took: every length while there are at most {@value #EXACT}, a histogram beyond.
 * <p>The buckets of the histogram grow by a constant factor, so that the middle of a bucket is never further than 0.9 %
 * from any length in it, however long (C. Masson, J. E. Rim and H. K. Lee, <i>DDSketch</i>, 2019). The database sorts
 * the lengths into them, where they are; here they only add up.
 */
final class Lengths {

    /** Up to how many lengths the median is that of every single one. */
    static final int EXACT = 10_000;

    private static final double ERROR = 0.009;
    private static final double FACTOR = (1 + ERROR) / (1 - ERROR);

    /** The bucket of a length in whole microseconds, in SQL: -1 for none, else that up to {@code FACTOR ^ bucket}. */
    static final String BUCKET =
            """
            cast(case length when 0 then -1 else ceil(ln(cast(length as double precision)) / %s) end as int2)\
            """
                    .formatted(Math.log(FACTOR));

    /** How many buckets there are, {@code -1} the first of them. */
    static final int BUCKETS = 1 + (int) Math.ceil(Math.log(Long.MAX_VALUE) / Math.log(FACTOR)) + 1;

    private static final BigDecimal MICROSECONDS_OF_A_MINUTE = BigDecimal.valueOf(60_000_000);

    private final Outcome outcome;
    private final long conversations;
    private final long timed;
    private final long[] lengths;
    private final Buckets buckets = new Buckets();
    private int added;

    /**
     * @param outcome what became of the rooms
     * @param conversations how many there are
     * @param timed how many of them have a length
     */
    Lengths(Outcome outcome, long conversations, long timed) {
        this.outcome = outcome;
        this.conversations = conversations;
        this.timed = timed;
        this.lengths = new long[timed <= EXACT ? (int) timed : 0];
    }

    /** @return what became of the rooms */
    Outcome outcome() {
        return outcome;
    }

    /** @return whether single lengths are to be added, and buckets are passed over */
    boolean exact() {
        return timed <= EXACT;
    }

    /** @return whether no room has a length */
    boolean isEmpty() {
        return timed == 0;
    }

    /** @param day of which the single lengths are added when exact, and the buckets when not */
    void add(Histogram day) {
        if (exact()) {
            addLengths(day.lengths());
        } else {
            buckets.add(day.buckets());
        }
    }

    /** @param packed lengths in microseconds, eight bytes each; null for none */
    void addLengths(byte @Nullable [] packed) {
        if (packed == null) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        while (buffer.hasRemaining()) {
            long length = buffer.getLong();
            if (exact()) {
                lengths[added++] = length;
            } else {
                buckets.add(bucket(length), 1);
            }
        }
    }

    /** @return the outcome with its median, one decimal, half-up; of the mean of the middle two when even */
    OutcomeMinutes minutes() {
        if (timed == 0) {
            return new OutcomeMinutes(outcome, conversations, 0, null);
        }
        Arrays.sort(lengths);
        double lower = at((timed - 1) / 2);
        double upper = at(timed / 2);
        BigDecimal median = BigDecimal.valueOf(lower + 0.5 * (upper - lower));
        return new OutcomeMinutes(
                outcome, conversations, timed, median.divide(MICROSECONDS_OF_A_MINUTE, 1, RoundingMode.HALF_UP));
    }

    private double at(long rank) {
        if (exact()) {
            return lengths[(int) rank];
        }
        int bucket = buckets.at(rank);
        return bucket < 0 ? 0 : 2 * Math.pow(FACTOR, bucket) / (FACTOR + 1);
    }

    private static int bucket(long length) {
        return length == 0 ? -1 : (int) Math.ceil(Math.log(length) / Math.log(FACTOR));
    }
}
