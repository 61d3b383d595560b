package com.qontak.aiagent.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a body as its caller takes it in, and completes the request: no thread waits for a slow one. */
final class AnswerWriter implements WriteListener {

    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

    private final ServletOutputStream out;
    private final byte[] body;
    private final AsyncContext request;
    private boolean written;

    AnswerWriter(ServletOutputStream out, byte[] body, AsyncContext request) {
        this.out = out;
        this.body = body;
        this.request = request;
    }

    @Override
    public void onWritePossible() throws IOException {
        if (!written) {
            written = true;
            out.write(body);
        }
        if (out.isReady()) {
            request.complete();
        }
    }

    // The request learns of it too, and ends itself.
    @Override
    public void onError(Throwable hungUp) {
        log.debug("The caller has hung up", hungUp);
    }
}
