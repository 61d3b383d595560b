package com.qontak.aiagent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.RemoteKeySourceException;
import com.qontak.aiagent.testing.SteppedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class RememberedTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = NOW.plusSeconds(30);

    private final List<String> verified = new ArrayList<>();

    @Test
    void tokenIsVerifiedOnce() {
        RememberedTokens tokens = at(NOW, Duration.ofMinutes(1));

        Jwt first = tokens.decode("a.b.c");
        Jwt second = tokens.decode("a.b.c");

        assertThat(second).isSameAs(first);
        assertThat(verified).containsExactly("a.b.c");
    }

    @Test
    void everyTokenIsVerifiedByItself() {
        RememberedTokens tokens = at(NOW, Duration.ofMinutes(1));

        tokens.decode("a.b.c");
        tokens.decode("a.b.d");

        assertThat(verified).containsExactly("a.b.c", "a.b.d");
    }

    @Test
    void tokenAtItsEndIsJudgedAgain() {
        RememberedTokens tokens = at(END, Duration.ofMinutes(1));

        tokens.decode("a.b.c");
        tokens.decode("a.b.c");

        assertThat(verified).hasSize(2);
    }

    @Test
    void refusedTokenIsNotRemembered() {
        RememberedTokens tokens = at(NOW, Duration.ofMinutes(1));

        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(verified).containsExactly("bad", "bad");
    }

    @Test
    void nothingIsRememberedForNoTime() {
        RememberedTokens tokens = at(NOW, Duration.ZERO);

        tokens.decode("a.b.c");
        tokens.decode("a.b.c");

        assertThat(verified).hasSize(2);
    }

    @Test
    @Timeout(20)
    void nobodyWaitsForAllWhoWaitForTheKeys() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(RememberedTokens.AT_ONCE);
        CountDownLatch told = new CountDownLatch(1);
        RememberedTokens tokens = new RememberedTokens(
                token -> {
                    asking.countDown();
                    try {
                        told.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return verify(token);
                },
                verified(NOW, Duration.ofMinutes(1)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        ExecutorService callers = Executors.newFixedThreadPool(RememberedTokens.AT_ONCE);
        List<Future<Jwt>> first = IntStream.range(0, RememberedTokens.AT_ONCE)
                .mapToObj(number -> callers.submit(() -> tokens.decode("a.b." + number)))
                .toList();
        asking.await();

        assertThatThrownBy(() -> tokens.decode("a.b.x")).isInstanceOf(JwtException.class);

        told.countDown();
        assertThat(first).allSatisfy(decoded -> assertThat(decoded.get()).isNotNull());
        assertThat(tokens.decode("a.b.x").getTokenValue()).isEqualTo("a.b.x");
        callers.shutdown();
    }

    @Test
    void keysThatCannotBeFetchedAreNotAskedForAgainAtOnce() {
        SteppedClock clock = new SteppedClock(NOW);
        List<String> asked = new ArrayList<>();
        RememberedTokens tokens = new RememberedTokens(
                token -> {
                    asked.add(token);
                    throw new JwtException("away", new RemoteKeySourceException("away", null));
                },
                verified(NOW, Duration.ofMinutes(1)),
                clock);

        assertThatThrownBy(() -> tokens.decode("first")).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> tokens.decode("second"))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
        clock.step(Duration.ofSeconds(2));
        assertThatThrownBy(() -> tokens.decode("third")).isInstanceOf(JwtException.class);

        assertThat(asked).containsExactly("first", "third");
    }

    @Test
    void refusedTokenDoesNotKeepOthersWaiting() {
        RememberedTokens tokens = at(NOW, Duration.ofMinutes(1));

        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(tokens.decode("a.b.c").getTokenValue()).isEqualTo("a.b.c");
    }

    private RememberedTokens at(Instant now, Duration ttl) {
        return new RememberedTokens(this::verify, verified(now, ttl), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static VerifiedTokens verified(Instant now, Duration ttl) {
        AccessProperties properties = new AccessProperties(List.of(), Duration.ofSeconds(30), ttl);
        return new VerifiedTokens(properties, Clock.fixed(now, ZoneOffset.UTC));
    }

    private synchronized Jwt verify(String token) {
        verified.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("refused");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .claim("sub", "somebody")
                .claim(TokenRules.ORGANIZATION_ID, 1)
                .expiresAt(END)
                .build();
    }
}
