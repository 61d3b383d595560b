package com.qontak.aiagent.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(30)
class ClaimsTests {

    private static final OwnDatabase DATABASE = OwnDatabase.migrated();
    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
    private static final byte[] BODY = Fingerprint.of("POST", "/v2/ai_agents", new byte[] {1});
    private static final byte[] OTHER_BODY = Fingerprint.of("POST", "/v2/ai_agents", new byte[] {2});
    private static final StoredAnswer ANSWER =
            new StoredAnswer(201, "application/json", "\"1\"", "/v2/ai_agents/x", new byte[] {7, 8});

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-01T02:03:04Z"));
    private final HikariDataSource pool = DATABASE.pool();
    private final HikariDataSource otherPool = DATABASE.pool();
    private final Claims claims = new Claims(JdbcClient.create(pool), clock);
    private final Claims other = new Claims(JdbcClient.create(otherPool), clock);
    private final long organization = ORGANIZATIONS.incrementAndGet();

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @AfterEach
    void closePools() {
        pool.close();
        otherPool.close();
    }

    @Test
    void answerOfOneInstanceIsRepeatedByTheOther() {
        Claim claim = claim("key");
        assertThat(claims.take(claim, BODY, Claims.LOCKED)).isEmpty();
        claims.answer(claim, ANSWER, null);

        assertThat(other.take(claim("key"), BODY, Claims.LOCKED))
                .hasValueSatisfying(answered ->
                        assertThat(answered.answer()).usingRecursiveComparison().isEqualTo(ANSWER));
    }

    @Test
    void onlyOneOfManyThreadsOfTwoInstancesMayAnswer() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            long winners = IntStream.range(0, 64)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> wins(number % 2 == 0 ? claims : other, "contended"), threads))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();

            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void otherBodyIsRefusedWhileItRunsAndAfterwards() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> other.take(claim("key"), OTHER_BODY, Claims.LOCKED));

        claims.answer(claim, ANSWER, null);
        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> other.take(claim("key"), OTHER_BODY, Claims.LOCKED));
    }

    @Test
    void sameKeyOfAnotherOrganizationIsAnotherKey() {
        claims.take(claim("key"), BODY, Claims.LOCKED);

        assertThat(claims.take(
                        new Claim(ORGANIZATIONS.incrementAndGet(), "key", UUID.randomUUID()),
                        OTHER_BODY,
                        Claims.LOCKED))
                .isEmpty();
    }

    @Test
    void releasedKeyCanBeUsedForAnotherBody() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        claims.release(claim);

        assertThat(claims.take(claim("key"), OTHER_BODY, Claims.LOCKED)).isEmpty();
    }

    @Test
    void unlockedKeyCanBeUsedAtOnceForTheSameRequestAlone() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        claims.unlock(claim);

        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> other.take(claim("key"), OTHER_BODY, Claims.LOCKED));
        assertThat(other.take(claim("key"), BODY, Claims.LOCKED)).isEmpty();
        expect(ProblemType.REQUEST_IN_PROGRESS, () -> claims.take(claim("key"), BODY, Claims.LOCKED));
    }

    @Test
    void refusalOfARunAfterOneInDoubtLeavesTheKeyWithItsRequest() {
        Claim first = claim("key");
        claims.take(first, BODY, Claims.LOCKED);
        claims.unlock(first);
        Claim second = claim("key");
        claims.take(second, BODY, Claims.LOCKED);
        claims.release(second);

        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> other.take(claim("key"), OTHER_BODY, Claims.LOCKED));
        assertThat(other.take(claim("key"), BODY, Claims.LOCKED)).isEmpty();
    }

    @Test
    void lockOfALostRunEndsExactlyAfterFiveMinutesForTheSameRequestAlone() {
        Claim lost = claim("key");
        claims.take(lost, BODY, Claims.LOCKED);

        clock.step(Claims.LOCKED.minusNanos(1000));
        expect(ProblemType.REQUEST_IN_PROGRESS, () -> other.take(claim("key"), BODY, Claims.LOCKED));

        clock.step(Duration.ofNanos(1000));
        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> other.take(claim("key"), OTHER_BODY, Claims.LOCKED));
        Claim second = claim("key");
        assertThat(other.take(second, BODY, Claims.LOCKED)).isEmpty();

        // The lost run comes back late: it holds nothing any more.
        claims.answer(lost, new StoredAnswer(200, null, null, null, new byte[0]), null);
        claims.release(lost);
        expect(ProblemType.REQUEST_IN_PROGRESS, () -> claims.take(claim("key"), BODY, Claims.LOCKED));
        other.answer(second, ANSWER, null);
        assertThat(claims.take(claim("key"), BODY, Claims.LOCKED)).isPresent();
    }

    @Test
    void answerIsKeptForADayAndRemovedAfterwards() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        claims.answer(claim, ANSWER, null);

        clock.step(Claims.KEPT.minusNanos(1000));
        claims.removeExpired();
        assertThat(claims.take(claim("key"), BODY, Claims.LOCKED)).isPresent();

        clock.step(Duration.ofNanos(1000));
        assertThat(claims.removeExpired()).isPositive();
        assertThat(rows()).isZero();
    }

    @Test
    void manyExpiredKeysAreRemovedInPortions() {
        DATABASE.rows()
                .sql(
                        """
                        INSERT INTO ai_agent_bff.idempotent_request
                            (organization_id, idempotency_key, fingerprint, holder, locked_until, expires_at)
                        SELECT :organization_id, 'key-' || number, '', gen_random_uuid(), :now, :now
                        FROM generate_series(1, 2500) AS number
                        """)
                .param("organization_id", organization)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        claims.take(claim("key"), BODY, Claims.LOCKED);

        new RemoveExpired(claims).remove();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void expiredKeyIsFreeEvenBeforeItIsRemoved() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        claims.answer(claim, ANSWER, null);
        clock.step(Claims.KEPT);

        assertThat(other.take(claim("key"), OTHER_BODY, Claims.LOCKED)).isEmpty();
        expect(ProblemType.REQUEST_IN_PROGRESS, () -> claims.take(claim("key"), OTHER_BODY, Claims.LOCKED));
    }

    @Test
    void otherUploadIsRefused() {
        Claim claim = claim("key");
        claims.take(claim, BODY, Claims.LOCKED);
        claims.answer(claim, ANSWER, new byte[] {1});
        Claims.Answered answered =
                claims.take(claim("key"), BODY, Claims.LOCKED).orElseThrow();

        assertThat(answered.forUpload(new byte[] {1}).status()).isEqualTo(201);
        expect(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> answered.forUpload(new byte[] {2}));
    }

    private Claim claim(String key) {
        return new Claim(organization, key, UUID.randomUUID());
    }

    private boolean wins(Claims instance, String key) {
        try {
            return instance.take(claim(key), BODY, Claims.LOCKED).isEmpty();
        } catch (ProblemException held) {
            assertThat(held.type()).isEqualTo(ProblemType.REQUEST_IN_PROGRESS);
            return false;
        }
    }

    private long rows() {
        return DATABASE.rows()
                .sql("select count(*) from ai_agent_bff.idempotent_request where organization_id = :organization_id")
                .param("organization_id", organization)
                .query(Long.class)
                .single();
    }

    private static void expect(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
