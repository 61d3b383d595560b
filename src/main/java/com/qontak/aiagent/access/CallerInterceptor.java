package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Finds out for which tenant a request speaks, before any handler runs, and keeps it for {@link CallerArguments}. */
@Component
class CallerInterceptor implements HandlerInterceptor {

    private static final String ATTRIBUTE = Caller.class.getName();

    private final Organizations organizations;

    CallerInterceptor(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(ATTRIBUTE) == null
                && request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            keep(request, caller(token, request));
        }
        return true;
    }

    /** Keeps a caller who is known before this interceptor runs, so that it need not find out again. */
    static void keep(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    private Caller caller(JwtAuthenticationToken token, HttpServletRequest request) {
        Bearer bearer = Bearer.of(token.getToken());
        long tenant = bearer.tenant(request.getHeader(Caller.ACTING_FOR_HEADER));
        Organization organization =
                organizations.find(tenant).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        return bearer.callerFor(organization, RequestIds.of(request));
    }
}
