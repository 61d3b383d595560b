package com.qontak.aiagent.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what the container refuses before any of our code runs, such as an address with half an escape in it, as a
 * problem document instead of a page. There is no request to speak of yet, so it has one language.
 */
final class ContainerProblems extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ProblemType type = ProblemType.ofStatus(status);
        byte[] document = "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(type.slug(), type.status().getReasonPhrase(), status)
                .getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.write(true, ByteBuffer.wrap(document), callback);
    }
}
