package com.qontak.aiagent.agents.resources;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The body of a request while it arrives, read on a thread that is not the container's. The container uses a request, its
 * buffers and its connection for another caller as soon as it has been answered, whoever still waits for a byte of
 * it: so it must not be answered before that thread has {@link #left()}.
 */
final class ArrivingBody extends JakartaServletRequestContext {

    private final HttpServletRequest request;
    private final Sinks.Empty<Void> gone = Sinks.empty();
    private boolean reading;
    private boolean over;

    /** @param request whose body nobody has read */
    ArrivingBody(HttpServletRequest request) {
        super(request);
        this.request = request;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Watched(request.getInputStream());
    }

    /** Lets nobody read any more; completes when nobody does, which may take until the next byte or the container's patience. */
    Mono<Void> left() {
        return Mono.defer(() -> {
            end();
            return gone.asMono();
        });
    }

    private synchronized void end() {
        over = true;
        if (!reading) {
            gone.tryEmitEmpty();
        }
    }

    private synchronized void enter() throws IOException {
        if (over) {
            throw new IOException("The request has been answered");
        }
        reading = true;
    }

    private synchronized void leave() {
        reading = false;
        if (over) {
            gone.tryEmitEmpty();
        }
    }

    private final class Watched extends InputStream {

        private final InputStream body;

        Watched(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            enter();
            try {
                return body.read();
            } finally {
                leave();
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            enter();
            try {
                return body.read(buffer, offset, length);
            } finally {
                leave();
            }
        }
    }
}
