package com.qontak.aiagent.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * What a token must say beyond a good signature, issuer, audience and time: an actor, a tenant and an end, and nothing of
 * a key that it is bound to, since it is taken from whoever bears it. Spring Boot adds it to the validators it makes of
 * {@code spring.security.oauth2.resourceserver.jwt.*}.
 */
@Component
class TokenRules implements OAuth2TokenValidator<Jwt> {

    static final String ORGANIZATION_ID = "organization_id";
    static final String ROLES = "roles";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (!isName(token.getSubject())) {
            return refuse("sub");
        }
        if (token.getExpiresAt() == null) {
            return refuse("exp");
        }
        if (token.hasClaim("cnf")) {
            // Bound to a key that its bearer would have to prove, which nobody asks for here.
            return refuse("cnf");
        }
        Object organization = token.getClaim(ORGANIZATION_ID);
        if (!(organization instanceof Long || organization instanceof Integer)) {
            return refuse(ORGANIZATION_ID);
        }
        Object roles = token.getClaim(ROLES);
        return roles == null || roles instanceof List<?> ? OAuth2TokenValidatorResult.success() : refuse(ROLES);
    }

    // It goes into headers and into the trail, and neither can hold a control character.
    private static boolean isName(@Nullable String subject) {
        return subject != null && !subject.isBlank() && subject.chars().noneMatch(Character::isISOControl);
    }

    private static OAuth2TokenValidatorResult refuse(String claim) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN,
                "The claim " + claim + " is missing, malformed or of no use here",
                null));
    }
}
