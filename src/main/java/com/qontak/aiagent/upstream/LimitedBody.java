package com.qontak.aiagent.upstream;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;

/** The body of an answer while it comes in, as long as it is no larger than it may be. */
final class LimitedBody {

    // A length that is announced is believed only so far.
    private static final int FIRST = 128 * 1024;

    private final int limit;
    private final int first;
    private final byte @Nullable [] expected;
    private byte[] bytes;
    private int length;

    /**
     * @param head announces the length, or does not
     * @param expected what the body probably is, null when nobody knows: nothing is kept of it as long as it is
     * @param limit in bytes
     * @throws DataBufferLimitException if the length that is announced is over the limit
     */
    LimitedBody(AnswerHead head, byte @Nullable [] expected, int limit) {
        long announced = head.headers().getContentLength();
        this.limit = limit;
        check(announced);
        this.expected = expected;
        this.first = (int) Math.min(FIRST, announced < 0 ? FIRST / 8 : announced);
        this.bytes = expected == null ? new byte[first] : expected;
    }

    void add(ByteBuf piece) {
        int count = piece.readableBytes();
        check((long) length + count);
        if (!isExpected(piece, count)) {
            if (bytes == expected) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, first));
            } else if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(limit, 2L * bytes.length)));
            }
            piece.readBytes(bytes, length, count);
        }
        length += count;
    }

    /** @return the body, the very array that was expected if it is equal */
    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private boolean isExpected(ByteBuf piece, int count) {
        return bytes == expected
                && length + count <= bytes.length
                && piece.nioBuffer().mismatch(ByteBuffer.wrap(bytes, length, count)) < 0;
    }

    private void check(long size) {
        if (size > limit) {
            throw new DataBufferLimitException("The answer is larger than " + limit + " bytes");
        }
    }
}
