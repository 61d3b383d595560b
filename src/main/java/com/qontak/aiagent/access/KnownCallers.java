package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Callers of whom everything that decides is known already: the token was verified, and the organization read, a
 * moment ago. Whoever is not among them is no worse off: the full chain of filters and interceptors judges them.
 */
@Component
public final class KnownCallers {

    private static final String BEARER = "Bearer ";

    private final VerifiedTokens tokens;
    private final Organizations organizations;
    private final BrowserOrigins origins;
    private final SecurityHeaders headers;

    KnownCallers(VerifiedTokens tokens, Organizations organizations, BrowserOrigins origins, SecurityHeaders headers) {
        this.tokens = tokens;
        this.organizations = organizations;
        this.origins = origins;
        this.headers = headers;
    }

    /**
     * Looks nothing up but in memory, and answers nothing.
     *
     * @param request any request
     * @return the caller, if the full chain would let them build agents; empty if it would not, or is needed to tell
     */
    public Optional<Caller> builder(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER) || !origins.allow(request)) {
            return Optional.empty();
        }
        return tokens.bearer(authorization.substring(BEARER.length()))
                .filter(bearer -> bearer.roles().stream().anyMatch(Role.BUILDERS::contains))
                .flatMap(bearer -> caller(bearer, request));
    }

    /**
     * Does for a request of a known caller what the full chain does to every answer.
     *
     * @param caller whom {@link #builder} found
     * @param request their request
     * @param response given its headers
     * @throws IOException never, as nothing is sent
     */
    public void admit(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallerInterceptor.keep(request, caller);
        headers.writeHeaders(request, response);
        origins.answer(request, response);
    }

    private Optional<Caller> caller(Bearer bearer, HttpServletRequest request) {
        try {
            return organizations
                    .remembered(bearer.tenant(request.getHeader(Caller.ACTING_FOR_HEADER)))
                    .filter(organization -> organization.isEntitled() && organization.isAutonomousModeEnabled())
                    .map(organization -> bearer.callerFor(organization, RequestIds.of(request)));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
