package com.qontak.aiagent.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.qontak.aiagent.testing.TokenIssuer;
import com.qontak.aiagent.testing.Tokens;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens of somebody who could do everything, each with one thing wrong with it. */
final class RefusedTokens {

    private RefusedTokens() {}

    /** @return the tokens by what is wrong with them */
    static Map<String, String> all() {
        Instant now = Instant.now(Clock.systemUTC());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "x");
        tokens.put(
                "expired", Tokens.changed(claims -> claims.expirationTime(Date.from(now.minus(Duration.ofHours(1))))));
        tokens.put(
                "not yet valid",
                Tokens.changed(claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofHours(1))))));
        tokens.put("never ending", Tokens.changed(claims -> claims.expirationTime(null)));
        tokens.put("of another issuer", Tokens.changed(claims -> claims.issuer("https://elsewhere.example")));
        tokens.put("of no issuer", Tokens.changed(claims -> claims.issuer(null)));
        tokens.put("for another audience", Tokens.changed(claims -> claims.audience("another-service")));
        tokens.put("for no audience", Tokens.changed(claims -> claims.claim("aud", null)));
        tokens.put("of nobody", Tokens.changed(claims -> claims.subject(null)));
        tokens.put("of a name with a control character", Tokens.changed(claims -> claims.subject("an\u0000actor")));
        tokens.put("of no organization", Tokens.changed(claims -> claims.claim("organization_id", null)));
        tokens.put("of an organization in words", Tokens.changed(claims -> claims.claim("organization_id", "one")));
        tokens.put("with roles that are no list", Tokens.changed(claims -> claims.claim("roles", "org_admin")));
        tokens.put(
                "bound to a key",
                Tokens.changed(
                        claims -> claims.claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"))));
        tokens.put("signed by somebody else", ofAStranger());
        tokens.put("not signed", new PlainJWT(claims(Tokens.of(1, "org_admin"))).serialize());
        tokens.put("signed with the public key", signedWithThePublicKey());
        tokens.put("with other claims than were signed", withOtherClaims());
        return tokens;
    }

    private static String ofAStranger() {
        try (TokenIssuer stranger = TokenIssuer.start(Clock.systemUTC())) {
            return stranger.token(1, Duration.ofHours(1), "org_admin");
        }
    }

    // What is public verifies, and must never sign.
    private static String signedWithThePublicKey() {
        try {
            byte[] key = JWKSet.load(URI.create(Tokens.keys()).toURL())
                    .getKeyByKeyId("local")
                    .toRSAKey()
                    .toPublicKey()
                    .getEncoded();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("local").build(),
                    claims(Tokens.of(1, "org_admin")));
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (IOException | ParseException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String withOtherClaims() {
        String[] own = Tokens.of(3, "supervisor").split("\\.");
        return own[0] + "." + Tokens.of(1, "org_admin").split("\\.")[1] + "." + own[2];
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
