package com.qontak.aiagent.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;

/**
 * Sends a {@link PreparedAnswer} where any other result is dispatched. It is written as the caller takes it in: whoever
 * brings it writes what there is room for, and the container the rest, so that no thread waits for the caller.
 */
final class DirectAsyncRequest extends StandardServletAsyncWebRequest {

    private static final Logger log = LoggerFactory.getLogger(DirectAsyncRequest.class);

    private static final byte[] NOTHING = {};

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
            try {
                LeaveFilter.afterLeaving(getRequest(), () -> send(answer));
            } catch (IllegalStateException ended) {
                log.debug("The request has ended without its answer", ended);
            }
        } else {
            super.dispatch();
        }
    }

    @Override
    public void onError(AsyncEvent event) throws IOException {
        super.onError(event);
        endIfBegun(event);
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        super.onTimeout(event);
        endIfBegun(event);
    }

    // Whoever hangs up while the answer is sent, or takes forever to read it, can be sent no other one.
    private void endIfBegun(AsyncEvent event) {
        if (response.isCommitted()) {
            event.getAsyncContext().complete();
        }
    }

    // Called by whoever reads from an upstream, for many. All it does is to have the container write: a thread of the
    // container sends the answer and ends the request, and goes on with what the connection brings next.
    private void send(PreparedAnswer answer) {
        if (isAsyncComplete()) {
            return;
        }
        AsyncContext request = getRequest().getAsyncContext();
        try {
            byte[] body = answer.body();
            if (new ServletWebRequest(getRequest(), response).checkNotModified(answer.entityTag())) {
                body = NOTHING;
            } else {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                setContentLength(body.length);
            }
            ServletOutputStream out = response.getOutputStream();
            out.setWriteListener(new AnswerWriter(out, body, request));
        } catch (IOException hungUp) {
            log.debug("The caller has hung up", hungUp);
            request.complete();
        }
    }

    // Below the servlet's answer: where that knows a length and the caller hangs up before it is reached, Jetty tells
    // no
    // listener that the request has ended, and the request is not counted.
    private void setContentLength(int length) {
        ServletContextResponse.getServletContextResponse(response)
                .getWrapped()
                .getHeaders()
                .put(HttpHeader.CONTENT_LENGTH, length);
    }
}
