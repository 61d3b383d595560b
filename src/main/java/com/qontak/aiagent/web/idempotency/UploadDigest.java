package com.qontak.aiagent.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Digests a multipart body as it passes by, whatever its boundary: a client that repeats itself mostly chooses another
 * one. What follows the closing boundary has no meaning and does not count.
 */
final class UploadDigest {

    private final MessageDigest digest = Fingerprint.sha256();
    private final byte[] boundary;
    private final int[] fallback;
    private final byte[] pending = new byte[8192];
    private int pendingCount;
    private int matched;
    private int dashes = -1;
    private boolean closed;

    UploadDigest(String boundary) {
        this.boundary = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.fallback = fallback(this.boundary);
    }

    void update(byte[] bytes, int offset, int length) {
        for (int index = offset; index < offset + length && !closed; index++) {
            next(bytes[index]);
        }
    }

    /** @return whether the closing boundary has passed by */
    boolean isClosed() {
        return closed;
    }

    /** @return the SHA-256 of what has passed by; nothing can be added afterwards */
    byte[] value() {
        for (int index = 0; index < matched; index++) {
            emit(boundary[index]);
        }
        flush();
        return digest.digest();
    }

    private void next(byte value) {
        if (dashes >= 0) {
            afterBoundary(value);
            return;
        }
        // Knuth, Morris and Pratt: nothing is read twice, so nothing need be kept.
        while (matched > 0 && boundary[matched] != value) {
            int shorter = fallback[matched - 1];
            for (int index = 0; index < matched - shorter; index++) {
                emit(boundary[index]);
            }
            matched = shorter;
        }
        if (boundary[matched] == value) {
            matched++;
        } else {
            emit(value);
        }
        if (matched == boundary.length) {
            matched = 0;
            dashes = 0;
            emit((byte) 0);
        }
    }

    private void afterBoundary(byte value) {
        if (value == '-') {
            dashes++;
            closed = dashes == 2;
            return;
        }
        if (dashes == 1) {
            emit((byte) '-');
        }
        dashes = -1;
        next(value);
    }

    private void emit(byte value) {
        if (pendingCount == pending.length) {
            flush();
        }
        pending[pendingCount++] = value;
    }

    private void flush() {
        digest.update(pending, 0, pendingCount);
        pendingCount = 0;
    }

    private static int[] fallback(byte[] pattern) {
        int[] table = new int[pattern.length];
        int length = 0;
        for (int index = 1; index < pattern.length; index++) {
            while (length > 0 && pattern[index] != pattern[length]) {
                length = table[length - 1];
            }
            if (pattern[index] == pattern[length]) {
                length++;
            }
            table[index] = length;
        }
        return table;
    }
}
