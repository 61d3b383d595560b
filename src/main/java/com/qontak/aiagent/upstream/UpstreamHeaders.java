package com.qontak.aiagent.upstream;

import com.qontak.aiagent.web.RequestIds;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The headers of a request to one upstream: its credential, on whose behalf, and those of the request itself. */
final class UpstreamHeaders {

    private final String authorization;

    UpstreamHeaders(String token) {
        this.authorization = "Bearer " + token;
    }

    void write(UpstreamRequest request, BiConsumer<String, String> headers) {
        headers.accept(HttpHeaders.AUTHORIZATION, authorization);
        headers.accept("X-Organization-Id", Long.toString(request.caller().organizationId()));
        headers.accept("X-Actor-Id", request.caller().actorId());
        headers.accept(RequestIds.HEADER, request.caller().requestId());
        headers.accept(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        request.headers().forEach(headers);
    }
}
