package com.qontak.aiagent.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Tokens of one issuer, shared by all tests of the JVM. */
public final class Tokens {

    private static final TokenIssuer ISSUER = TokenIssuer.start(Clock.systemUTC());
    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String of(long organizationId, String... roles) {
        return SIGNED.computeIfAbsent(
                organizationId + String.join("+", roles), key -> ISSUER.token(organizationId, VALIDITY, roles));
    }

    public static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return ISSUER.token(1, VALIDITY, change, "org_admin");
    }

    /** @return where the keys of its tokens are published */
    public static String keys() {
        return ISSUER.keys().toString();
    }
}
