package com.qontak.aiagent.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Tokens that were found to be good, each by its exact text, for {@code access.token-cache-ttl} and never beyond its
 * end.
 */
@Component
final class VerifiedTokens {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Cache<String, Verified> tokens;

    VerifiedTokens(AccessProperties properties, Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(properties.tokenCacheTtl())
                .build();
    }

    Optional<Jwt> find(String text) {
        return verified(text).map(Verified::token);
    }

    Optional<Bearer> bearer(String text) {
        return verified(text).map(Verified::bearer);
    }

    void keep(String text, Jwt token) {
        tokens.put(text, new Verified(token, Bearer.of(token)));
    }

    private Optional<Verified> verified(String text) {
        return Optional.ofNullable(tokens.getIfPresent(text)).filter(this::isBeforeItsEnd);
    }

    private boolean isBeforeItsEnd(Verified verified) {
        Instant end = verified.token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private record Verified(Jwt token, Bearer bearer) {}
}
