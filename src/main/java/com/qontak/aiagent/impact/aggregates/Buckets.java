package com.qontak.aiagent.impact.aggregates;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How many lengths are in each bucket of a histogram. Packed, a bucket has two bytes and its count four. */
final class Buckets {

    private static final int PACKED = Short.BYTES + Integer.BYTES;

    /** The first bucket is -1. */
    private final long[] counts = new long[Lengths.BUCKETS];

    /** @param packed another histogram; null for an empty one */
    void add(byte @Nullable [] packed) {
        if (packed == null) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        while (buffer.hasRemaining()) {
            add(buffer.getShort(), buffer.getInt());
        }
    }

    void add(int bucket, int count) {
        counts[1 + bucket] += count;
    }

    /**
     * @param rank from 0, below the number of lengths
     * @return the bucket of the length that has it
     */
    int at(long rank) {
        long before = 0;
        int place = 0;
        while (before + counts[place] <= rank) {
            before += counts[place++];
        }
        return place - 1;
    }

    /** @return the histogram packed; null when it is empty */
    byte @Nullable [] packed() {
        ByteBuffer buffer = ByteBuffer.allocate(counts.length * PACKED);
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                buffer.putShort((short) (place - 1)).putInt(Math.toIntExact(counts[place]));
            }
        }
        byte[] packed = new byte[buffer.flip().limit()];
        buffer.get(packed);
        return packed.length == 0 ? null : packed;
    }
}
