package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Finds out for which tenant a request speaks, before any handler runs, and keeps it for {@link CallerArguments}. */
@Component
class CallerInterceptor implements HandlerInterceptor {

    static final String ACTING_FOR_HEADER = "X-Organization-Id";

    private static final String ATTRIBUTE = Caller.class.getName();

    private final Organizations organizations;

    CallerInterceptor(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(ATTRIBUTE) == null
                && request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            request.setAttribute(ATTRIBUTE, caller(token, request));
        }
        return true;
    }

    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    private Caller caller(JwtAuthenticationToken token, HttpServletRequest request) {
        Number claim = Objects.requireNonNull(token.getToken().getClaim(TokenRules.ORGANIZATION_ID));
        long own = claim.longValue();
        Set<Role> roles = token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(authority -> Role.ofClaim(authority).stream())
                .collect(Collectors.toUnmodifiableSet());
        long tenant = tenant(own, request.getHeader(ACTING_FOR_HEADER), roles);
        Organization organization =
                organizations.find(tenant).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        return new Caller(token.getName(), roles, organization, tenant == own ? null : tenant, RequestIds.of(request));
    }

    private static long tenant(long own, @Nullable String actingFor, Set<Role> roles) {
        if (actingFor == null) {
            return own;
        }
        long other;
        try {
            other = Long.parseLong(actingFor.strip());
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
        if (other != own && !roles.contains(Role.SPECIALIST)) {
            throw new ProblemException(ProblemType.WRONG_ORGANIZATION);
        }
        return other;
    }
}
