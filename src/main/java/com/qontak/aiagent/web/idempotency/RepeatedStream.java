package com.qontak.aiagent.web.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A body that was read before, once more. */
final class RepeatedStream extends ServletInputStream {

    private final ServletInputStream original;
    private final ByteArrayInputStream body;

    RepeatedStream(ServletInputStream original, ByteArrayInputStream body) {
        this.original = original;
        this.body = body;
    }

    @Override
    public int read() {
        return body.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return body.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
        return body.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("The body is there already: read it");
    }

    @Override
    public void close() throws IOException {
        original.close();
    }
}
