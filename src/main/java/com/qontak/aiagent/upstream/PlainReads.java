package com.qontak.aiagent.upstream;

import io.micrometer.tracing.Span;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Sends requests without a body, and takes their whole answer. It speaks to Reactor Netty without the
 * {@code WebClient} in between, which was the dearest part of a small read.
 */
final class PlainReads {

    private final HttpClient http;
    private final UpstreamHeaders headers;
    private final UpstreamTrace trace;
    private final int limit;

    /** @param limit the largest body that is taken, in bytes */
    PlainReads(HttpClient http, UpstreamHeaders headers, UpstreamTrace trace, int limit) {
        this.http = http;
        this.headers = headers;
        this.trace = trace;
        this.limit = limit;
    }

    /** @param reading of the head, and the body that is still to come */
    <T> Mono<T> send(
            UpstreamCall call,
            URI uri,
            UpstreamRequest request,
            BiFunction<AnswerHead, Mono<byte[]>, Mono<T>> reading) {
        return Mono.deferContextual(context -> {
            Span span = trace.begin(call, context);
            return http.headers(own -> {
                        headers.write(request, own::set);
                        trace.write(span, own, HttpHeaders::set);
                    })
                    .get()
                    .uri(uri)
                    .response((response, content) -> {
                        AnswerHead head = AnswerHead.of(response);
                        return reading.apply(
                                head,
                                content.collect(
                                                () -> new LimitedBody(head, request.expected(), limit),
                                                LimitedBody::add)
                                        .map(LimitedBody::bytes));
                    })
                    .next()
                    .doOnError(span::error)
                    .doFinally(end -> span.end());
        });
    }
}
