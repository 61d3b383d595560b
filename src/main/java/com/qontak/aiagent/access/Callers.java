package com.qontak.aiagent.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the caller of a request is found, for what runs before its handler. */
public final class Callers {

    private Callers() {}

    /**
     * @param request the request being answered
     * @return who is calling; empty where no tenant is needed, as for the OpenAPI document
     */
    public static Optional<Caller> of(HttpServletRequest request) {
        return CallerInterceptor.of(request);
    }
}
