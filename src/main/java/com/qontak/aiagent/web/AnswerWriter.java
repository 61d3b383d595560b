package com.qontak.aiagent.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a body as its caller takes it in, and completes the request: no thread waits for a slow one, and the container
 * keeps no copy of what is not sent yet.
 */
final class AnswerWriter implements WriteListener {

    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

    private final ServletOutputStream out;
    private final byte[] body;
    private final AsyncContext request;
    private boolean given;

    AnswerWriter(ServletOutputStream out, byte[] body, AsyncContext request) {
        this.out = out;
        this.body = body;
        this.request = request;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (given || body.length == 0) {
                request.complete();
                return;
            }
            given = true;
            out.write(body);
        }
    }

    @Override
    public void onError(Throwable hungUp) {
        log.debug("The caller has hung up", hungUp);
        request.complete();
    }
}
