package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** A file that may have only so many bytes: reading beyond them fails with {@code payload-too-large}. */
final class LimitedFile extends InputStream {

    private final InputStream file;
    private final DataSize limit;
    private long read;

    LimitedFile(InputStream file, DataSize limit) {
        this.file = file;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = file.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = file.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    /** Leaves the file open: closing a part of a form reads all that is left of it first. */
    @Override
    public void close() {}

    private void count(int bytes) {
        read += bytes;
        if (read > limit.toBytes()) {
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, limit.toMegabytes() + " MB");
        }
    }
}
