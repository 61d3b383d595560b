package com.qontak.aiagent.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a body as its caller takes it in, and completes the request: no thread waits for a slow one. The container keeps
 * a copy of what it was given and the caller has not taken, so it is given no more than a piece at a time.
 */
final class AnswerWriter implements WriteListener {

    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

    // As much as goes to the system at once.
    static final int PIECE = 32 * 1024;

    private final ServletOutputStream out;
    private final byte[] body;
    private final AsyncContext request;
    private int written;

    AnswerWriter(ServletOutputStream out, byte[] body, AsyncContext request) {
        this.out = out;
        this.body = body;
        this.request = request;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (written == body.length) {
                request.complete();
                return;
            }
            int piece = Math.min(PIECE, body.length - written);
            out.write(body, written, piece);
            written += piece;
        }
    }

    // The request learns of it too, and ends itself.
    @Override
    public void onError(Throwable hungUp) {
        log.debug("The caller has hung up", hungUp);
    }
}
