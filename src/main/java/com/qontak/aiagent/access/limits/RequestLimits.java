package com.qontak.aiagent.access.limits;

import com.qontak.aiagent.access.Caller;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Counts requests against their organization's limit, and tells in every answer how much of it is left. */
@Component
public final class RequestLimits {

    static final String RESET = "RateLimit-Reset";

    private final Limiter limiter;

    RequestLimits(Limiter limiter) {
        this.limiter = limiter;
    }

    /**
     * @param caller who asks for something that is neither a draft nor a preview
     * @param response told what is left
     * @return whether the request may pass; one that may not is not counted. Without the database each instance counts
     *     by itself.
     */
    public boolean admit(Caller caller, HttpServletResponse response) {
        return admit(caller, LimitedKind.REQUESTS, response);
    }

    boolean admit(Caller caller, LimitedKind kind, HttpServletResponse response) {
        Decision decision = limiter.decide(caller.organizationId(), kind);
        response.setHeader("RateLimit-Limit", Integer.toString(decision.limit()));
        response.setHeader("RateLimit-Remaining", Integer.toString(decision.remaining()));
        response.setHeader(RESET, Long.toString(decision.resetSeconds()));
        return decision.allowed();
    }
}
