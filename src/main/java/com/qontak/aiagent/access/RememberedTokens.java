package com.qontak.aiagent.access;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Verifies a token once and remembers it among {@link VerifiedTokens}. A refused token is not remembered. */
final class RememberedTokens implements JwtDecoder {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JwtDecoder decoder;
    private final VerifiedTokens verified;
    private final ReentrantLock first = new ReentrantLock();
    private volatile boolean begun;

    RememberedTokens(JwtDecoder decoder, VerifiedTokens verified) {
        this.decoder = decoder;
        this.verified = verified;
    }

    @Override
    public Jwt decode(String token) {
        return verified.find(token).orElseGet(() -> {
            Jwt decoded = begun ? decoder.decode(token) : decodeAlone(token);
            verified.keep(token, decoded);
            return decoded;
        });
    }

    // Until it is known where the keys are, each asks for that, one after the other, and nobody waits for all before.
    private Jwt decodeAlone(String token) {
        try {
            if (!first.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new JwtException("Others are asking already where the keys are");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JwtException("Interrupted", interrupted);
        }
        try {
            Jwt decoded = decoder.decode(token);
            begun = true;
            return decoded;
        } catch (BadJwtException refused) {
            begun = true;
            throw refused;
        } catch (JwtDecoderInitializationException noKeys) {
            // The same to whoever asks as keys that cannot be fetched later.
            throw new JwtException("The issuer does not tell where its keys are", noKeys);
        } finally {
            first.unlock();
        }
    }
}
