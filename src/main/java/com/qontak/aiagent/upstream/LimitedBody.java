package com.qontak.aiagent.upstream;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBufferLimitException;

/** The body of an answer while it comes in, as long as it is no larger than it may be. */
final class LimitedBody {

    // A length that is announced is believed only so far.
    private static final int FIRST = 128 * 1024;

    private final int limit;
    private byte[] bytes;
    private int length;

    /**
     * @param head announces the length, or does not
     * @param limit in bytes
     * @throws DataBufferLimitException if the length that is announced is over the limit
     */
    LimitedBody(AnswerHead head, int limit) {
        long announced = head.headers().getContentLength();
        this.limit = limit;
        check(announced);
        this.bytes = new byte[(int) Math.min(FIRST, announced < 0 ? FIRST / 8 : announced)];
    }

    void add(ByteBuf piece) {
        int count = piece.readableBytes();
        check((long) length + count);
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(limit, 2L * bytes.length)));
        }
        piece.readBytes(bytes, length, count);
        length += count;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void check(long size) {
        if (size > limit) {
            throw new DataBufferLimitException("The answer is larger than " + limit + " bytes");
        }
    }
}
