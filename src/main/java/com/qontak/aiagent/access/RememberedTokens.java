package com.qontak.aiagent.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and remembers it, by its exact text, for {@code access.token-cache-ttl}; within that time only
 * its end is looked at. A refused token is not remembered.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    RememberedTokens(JwtDecoder decoder, Duration ttl, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ttl).build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && isBeforeItsEnd(known)) {
            return known;
        }
        Jwt decoded = decoder.decode(token);
        verified.put(token, decoded);
        return decoded;
    }

    private boolean isBeforeItsEnd(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
