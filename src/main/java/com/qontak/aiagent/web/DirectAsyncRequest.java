package com.qontak.aiagent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;

/**
 * Sends a {@link PreparedAnswer} where any other result is dispatched. It is put into the response's buffer, which is
 * made as large, so that whoever brings it never waits for the caller to read: the container sends the buffer, with a
 * thread of its own, once the request is complete.
 */
final class DirectAsyncRequest extends StandardServletAsyncWebRequest {

    private static final Logger log = LoggerFactory.getLogger(DirectAsyncRequest.class);

    private final HttpServletResponse response;
    private final WebAsyncManager asyncManager;

    DirectAsyncRequest(HttpServletRequest request, HttpServletResponse response, WebAsyncManager asyncManager) {
        super(request, response);
        this.response = response;
        this.asyncManager = asyncManager;
    }

    @Override
    public void dispatch() {
        if (asyncManager.getConcurrentResult() instanceof PreparedAnswer answer) {
            LeaveFilter.afterLeaving(getRequest(), () -> send(answer));
        } else {
            super.dispatch();
        }
    }

    private void send(PreparedAnswer answer) {
        if (isAsyncComplete()) {
            return;
        }
        try {
            if (!new ServletWebRequest(getRequest(), response).checkNotModified(answer.entityTag())) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.setContentLength(answer.body().length);
                response.setBufferSize(answer.body().length);
                response.getOutputStream().write(answer.body());
            }
        } catch (IOException hungUp) {
            log.debug("The caller has hung up", hungUp);
        } finally {
            getRequest().getAsyncContext().complete();
        }
    }
}
