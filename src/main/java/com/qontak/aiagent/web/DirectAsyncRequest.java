package com.qontak.aiagent.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;

/**
 * Sends a {@link PreparedAnswer} where any other result is dispatched. It is written as the caller takes it in: whoever
 * brings it writes what there is room for, and the container the rest, so that no thread waits for the caller. The
 * container goes on with what the connection brings next on a thread of its own.
 */
final class DirectAsyncRequest extends StandardServletAsyncWebRequest {

    private static final Logger log = LoggerFactory.getLogger(DirectAsyncRequest.class);

    private static final byte[] NOTHING = {};

    private final HttpServletResponse response;
    private final WebAsyncManager asyncManager;
    private final Response container;
    private final AtomicReference<PreparedAnswer> toSend = new AtomicReference<>();

    DirectAsyncRequest(HttpServletRequest request, HttpServletResponse response, WebAsyncManager asyncManager) {
        super(request, response);
        this.response = response;
        this.asyncManager = asyncManager;
        this.container =
                ServletContextResponse.getServletContextResponse(response).getWrapped();
    }

    /**
     * @param answer sent when this request is the result of the wait for it, and not kept any longer: the framework
     *     keeps the result for as long as the connection keeps the request
     * @return this request
     */
    DirectAsyncRequest with(PreparedAnswer answer) {
        toSend.set(answer);
        return this;
    }

    @Override
    public void dispatch() {
        PreparedAnswer answer = asyncManager.getConcurrentResult() == this ? toSend.getAndSet(null) : null;
        if (answer != null) {
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

    private void send(PreparedAnswer answer) {
        if (isAsyncComplete()) {
            return;
        }
        byte[] body = answer.body();
        if (isKnown(answer)) {
            body = NOTHING;
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            // Not by the servlet API: where that knows a length and the caller hangs up before it is reached, no
            // listener learns that the request has ended, and the request is not counted.
            container.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        }
        new AnswerWriter(container, body, getRequest().getAsyncContext()).iterate();
    }

    private boolean isKnown(PreparedAnswer answer) {
        String tag = answer.entityTag();
        return tag != null && new ServletWebRequest(getRequest(), response).checkNotModified(tag);
    }
}
