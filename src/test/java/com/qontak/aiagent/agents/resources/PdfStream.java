package com.qontak.aiagent.agents.resources;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A file of any length that is held nowhere, and counts what was taken of it. */
final class PdfStream extends InputStream {

    private final long length;
    private final AtomicLong given = new AtomicLong();

    PdfStream(long length) {
        this.length = length;
    }

    long given() {
        return given.get();
    }

    @Override
    public int read() {
        long place = given.get();
        if (place >= length) {
            return -1;
        }
        given.incrementAndGet();
        return place < SampleFiles.PDF.length ? SampleFiles.PDF[(int) place] : 'x';
    }
}
