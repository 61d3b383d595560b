package com.qontak.aiagent.access;

import com.nimbusds.jose.KeySourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Verifies a token once and remembers it among {@link VerifiedTokens}. A refused token is not remembered.
 * <p>Verifying may take asking the identity provider for its keys, and when that is silent, whoever asks waits for all who
 * asked before. So only a few verify at once, nobody waits for them long, and after a failure nobody asks for a moment:
 * those whose tokens are remembered need the threads.
 */
final class RememberedTokens implements JwtDecoder {

    static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final JwtDecoder decoder;
    private final VerifiedTokens verified;
    private final Clock clock;
    private final Semaphore verifying = new Semaphore(AT_ONCE);
    private volatile Instant awayUntil = Instant.MIN;

    RememberedTokens(JwtDecoder decoder, VerifiedTokens verified, Clock clock) {
        this.decoder = decoder;
        this.verified = verified;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        return verified.find(token).orElseGet(() -> {
            Jwt decoded = verifyInTime(token);
            verified.keep(token, decoded);
            return decoded;
        });
    }

    private Jwt verifyInTime(String token) {
        refuseWhileAway();
        try {
            if (!verifying.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new JwtException("Others are waiting already for the keys");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JwtException("Interrupted", interrupted);
        }
        try {
            refuseWhileAway();
            return verify(token);
        } finally {
            verifying.release();
        }
    }

    private Jwt verify(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtDecoderInitializationException noKeys) {
            // The same to whoever asks as keys that cannot be fetched later.
            awayUntil = clock.instant().plus(PAUSE);
            throw new JwtException("The issuer does not tell where its keys are", noKeys);
        } catch (JwtException refused) {
            if (refused.getCause() instanceof KeySourceException) {
                awayUntil = clock.instant().plus(PAUSE);
            }
            throw refused;
        }
    }

    private void refuseWhileAway() {
        if (clock.instant().isBefore(awayUntil)) {
            throw new JwtException("The keys could not be fetched a moment ago");
        }
    }
}
