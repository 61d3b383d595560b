package com.qontak.aiagent.access;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

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
            Jwt decoded = verify(token);
            verified.keep(token, decoded);
            return decoded;
        });
    }

    private Jwt verify(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtDecoderInitializationException noKeys) {
            // The same to whoever asks as keys that cannot be fetched later.
            throw new JwtException("The issuer does not tell where its keys are", noKeys);
        }
    }
}
