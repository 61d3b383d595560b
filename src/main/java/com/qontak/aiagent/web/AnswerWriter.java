package com.qontak.aiagent.web;

import jakarta.servlet.AsyncContext;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a body as its caller takes it in, and completes the request: no thread waits for a slow one, and nothing is
 * copied for one. {@link #iterate()} writes what there is room for; the container goes on when there is more.
 */
final class AnswerWriter extends IteratingCallback {

    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

    // As much as is offered to the system at once: the JVM copies that from the heap each time it is offered.
    static final int PIECE = 128 * 1024;

    private final Response response;
    private final byte[] body;
    private final AsyncContext request;
    private int written;

    AnswerWriter(Response response, byte[] body, AsyncContext request) {
        this.response = response;
        this.body = body;
        this.request = request;
    }

    @Override
    protected Action process() {
        if (written == body.length) {
            return Action.SUCCEEDED;
        }
        ByteBuffer piece = ByteBuffer.wrap(body, written, Math.min(PIECE, body.length - written));
        written += piece.remaining();
        response.write(false, piece, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        complete();
    }

    @Override
    protected void onCompleteFailure(Throwable hungUp) {
        log.debug("The caller has hung up", hungUp);
        complete();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void complete() {
        try {
            request.complete();
        } catch (IllegalStateException ended) {
            log.debug("The request has ended already", ended);
        }
    }
}
