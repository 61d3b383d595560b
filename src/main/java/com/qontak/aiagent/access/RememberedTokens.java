package com.qontak.aiagent.access;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Verifies a token once and remembers it among {@link VerifiedTokens}. A refused token is not remembered. */
final class RememberedTokens implements JwtDecoder {

    private final JwtDecoder decoder;
    private final VerifiedTokens verified;

    RememberedTokens(JwtDecoder decoder, VerifiedTokens verified) {
        this.decoder = decoder;
        this.verified = verified;
    }

    @Override
    public Jwt decode(String token) {
        return verified.find(token).orElseGet(() -> {
            Jwt decoded = decoder.decode(token);
            verified.keep(token, decoded);
            return decoded;
        });
    }
}
