package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a verified token says of who bears it.
 *
 * @param actorId the token's {@code sub}
 * @param organizationId the token's own tenant
 * @param roles those of the token that this service knows; possibly empty
 */
record Bearer(String actorId, long organizationId, Set<Role> roles) {

    /** @param token one that {@link TokenRules} let through */
    static Bearer of(Jwt token) {
        Number organization = Objects.requireNonNull(token.getClaim(TokenRules.ORGANIZATION_ID));
        return new Bearer(Objects.requireNonNull(token.getSubject()), organization.longValue(), roles(token));
    }

    /**
     * @param actingFor the header that names another tenant, null for none
     * @return the tenant spoken for
     * @throws ProblemException {@code malformed-request} for what is no number, {@code wrong-organization} for another
     *     tenant than the token's own from anyone but a specialist
     */
    long tenant(@Nullable String actingFor) {
        if (actingFor == null) {
            return organizationId;
        }
        long other;
        try {
            other = Long.parseLong(actingFor.strip());
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
        if (other != organizationId && !roles.contains(Role.SPECIALIST)) {
            throw new ProblemException(ProblemType.WRONG_ORGANIZATION);
        }
        return other;
    }

    /**
     * @param organization the tenant spoken for
     * @param requestId the id of the request
     * @return the caller this makes
     */
    Caller callerFor(Organization organization, String requestId) {
        long tenant = organization.id();
        return new Caller(actorId, roles, organization, tenant == organizationId ? null : tenant, requestId);
    }

    private static Set<Role> roles(Jwt token) {
        List<?> claims = token.getClaim(TokenRules.ROLES) instanceof List<?> list ? list : List.of();
        return claims.stream()
                .flatMap(claim -> Role.ofClaim(String.valueOf(claim)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
