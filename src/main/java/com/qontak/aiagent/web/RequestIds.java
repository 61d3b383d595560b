package com.qontak.aiagent.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where the id of a request is found once {@link RequestIdFilter} has given it one. */
public final class RequestIds {

    /** The header an id comes in by, is answered in, and is sent upstream in. */
    public static final String HEADER = "X-Request-Id";

    /** The field of a log line that holds it. */
    public static final String LOG_FIELD = "request_id";

    static final String ATTRIBUTE = RequestIds.class.getName();

    private RequestIds() {}

    /**
     * @param request the request being answered
     * @return its id; {@code -} for a request that never passed the filter, such as one the container refused
     */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "-";
    }
}
