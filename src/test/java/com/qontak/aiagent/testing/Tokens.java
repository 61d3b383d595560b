package com.qontak.aiagent.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Tokens of one issuer, shared by all tests of the JVM. */
public final class Tokens {

    private static final TokenIssuer ISSUER = TokenIssuer.start(Clock.systemUTC());
    private static final Duration VALIDITY = Duration.ofHours(1);

    private Tokens() {}

    public static String of(long organizationId, String... roles) {
        return ISSUER.token(organizationId, VALIDITY, roles);
    }

    public static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return ISSUER.token(1, VALIDITY, change, "org_admin");
    }

    static String keys() {
        return ISSUER.keys().toString();
    }
}
