package com.qontak.aiagent.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Issues tokens and serves its public key on loopback, as the platform's identity provider does. */
public final class TokenIssuer implements AutoCloseable {

    /** The {@code iss} of its tokens. */
    public static final String ISSUER = "https://identity.local";

    /** The {@code aud} of its tokens. */
    public static final String AUDIENCE = "ai-agent-bff";

    private final RSAKey key;
    private final HttpServer server;
    private final Clock clock;

    private TokenIssuer(RSAKey key, HttpServer server, Clock clock) {
        this.key = key;
        this.server = server;
        this.clock = clock;
    }

    /** Makes a key of its own and starts serving it on a free port of the loopback interface. */
    public static TokenIssuer start(Clock clock) {
        return start(clock, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** The same at an address others can know beforehand. */
    public static TokenIssuer start(Clock clock, InetSocketAddress address) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID("local")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            HttpServer server = HttpServer.create(address, 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return new TokenIssuer(key, server, clock);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("Cannot start the token issuer", e);
        }
    }

    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** A token of the given roles in the given organization, good for the given time. */
    public String token(long organizationId, Duration validity, String... roles) {
        return token(organizationId, validity, claims -> claims, roles);
    }

    /** The same with claims changed, for tokens that must be refused. */
    public String token(
            long organizationId, Duration validity, UnaryOperator<JWTClaimsSet.Builder> change, String... roles) {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(String.join("+", roles) + "-" + organizationId)
                .issueTime(now)
                .notBeforeTime(now)
                .expirationTime(Date.from(clock.instant().plus(validity)))
                .claim("organization_id", organizationId)
                .claim("roles", List.of(roles));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
