package com.qontak.aiagent.upstream;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A body that is sent while it comes in, and can be read only once. When its source fails with a
 * {@link com.qontak.aiagent.web.ProblemException}, that is what the call fails with, and the upstream sees the request
 * break off.
 */
public final class StreamedBody {

    private final MediaType type;
    private final Flux<DataBuffer> content;
    private final Sinks.Empty<Void> sent = Sinks.empty();

    /**
     * @param type its media type
     * @param content its bytes, asked for no faster than the upstream takes them
     */
    public StreamedBody(MediaType type, Flux<DataBuffer> content) {
        this.type = type;
        this.content = content.doFinally(end -> sent.tryEmitEmpty());
    }

    MediaType type() {
        return type;
    }

    Flux<DataBuffer> content() {
        return content;
    }

    /** Completes once nothing more is sent: only then does the upstream owe an answer. */
    Mono<Void> sent() {
        return sent.asMono();
    }
}
