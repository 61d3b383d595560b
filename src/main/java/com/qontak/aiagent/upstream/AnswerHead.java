package com.qontak.aiagent.upstream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.netty.http.client.HttpClientResponse;

/**
 * What comes before the body of an answer.
 *
 * @param status as it was answered
 * @param headers read only
 */
record AnswerHead(HttpStatusCode status, HttpHeaders headers) {

    static AnswerHead of(ClientResponse response) {
        return new AnswerHead(response.statusCode(), response.headers().asHttpHeaders());
    }

    static AnswerHead of(HttpClientResponse response) {
        return new AnswerHead(
                HttpStatusCode.valueOf(response.status().code()),
                new HttpHeaders(new Netty4HeadersAdapter(response.responseHeaders())));
    }

    boolean isSuccess() {
        return status.is2xxSuccessful();
    }

    boolean isJson() {
        MediaType type = headers.getContentType();
        return type != null
                && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.getSubtype().endsWith("+json"));
    }
}
