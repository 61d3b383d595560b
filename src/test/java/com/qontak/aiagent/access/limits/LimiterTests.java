package com.qontak.aiagent.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LimiterTests {

    private static final OwnDatabase DATABASE = OwnDatabase.migrated();
    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
    private static final LimitProperties DEFAULTS = new LimitProperties(20, 120, 600);

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-01T02:03:04Z"));
    private final HikariDataSource pool = DATABASE.pool();
    private final HikariDataSource otherPool = DATABASE.pool();
    private final Limiter limiter = new Limiter(new SharedWindows(pool), DEFAULTS, clock);
    private final Limiter other = new Limiter(new SharedWindows(otherPool), DEFAULTS, clock);
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
    void lastRequestOfTheMinutePassesAndTheNextIsRefusedUntilItIsOver() {
        assertThat(passing(limiter, LimitedKind.DRAFTS, 19)).isEqualTo(19);
        assertThat(limiter.decide(organization, LimitedKind.DRAFTS)).isEqualTo(new Decision(true, 20, 0, 60));

        clock.step(Duration.ofMillis(59_001));
        assertThat(limiter.decide(organization, LimitedKind.DRAFTS)).isEqualTo(new Decision(false, 20, 0, 1));

        clock.step(Duration.ofMillis(999));
        assertThat(limiter.decide(organization, LimitedKind.DRAFTS)).isEqualTo(new Decision(true, 20, 19, 60));
    }

    @Test
    void remainingCountsDownOneByOneOnASingleInstance() {
        IntStream.range(0, 600).forEach(number -> assertThat(
                        limiter.decide(organization, LimitedKind.REQUESTS).remaining())
                .isEqualTo(599 - number));
    }

    @Test
    void twoInstancesTogetherLetExactlyTheLimitThrough() {
        int passed = 0;
        for (int round = 0; round < 400; round++) {
            passed += passing(limiter, LimitedKind.REQUESTS, 1) + passing(other, LimitedKind.REQUESTS, 1);
        }

        assertThat(passed).isEqualTo(600);
    }

    @Test
    void limitIsReachedEarlyByLessThanAThirtiethForAnInstanceThatIsNotAsked() {
        passing(other, LimitedKind.REQUESTS, 1);

        assertThat(passing(limiter, LimitedKind.REQUESTS, 1000)).isBetween(600 - 20, 599);
    }

    @Test
    void manyThreadsOfTwoInstancesNeverPassTheLimit() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int passed = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> passing(number % 2 == 0 ? limiter : other, LimitedKind.PREVIEWS, 100), threads))
                    .toList()
                    .stream()
                    .mapToInt(CompletableFuture::join)
                    .sum();

            assertThat(passed).isEqualTo(120);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void kindsAndOrganizationsAreCountedApart() {
        long neighbour = ORGANIZATIONS.incrementAndGet();
        passing(limiter, LimitedKind.DRAFTS, 21);

        assertThat(limiter.decide(organization, LimitedKind.DRAFTS).allowed()).isFalse();
        assertThat(limiter.decide(organization, LimitedKind.PREVIEWS).allowed()).isTrue();
        assertThat(limiter.decide(neighbour, LimitedKind.DRAFTS).allowed()).isTrue();
    }

    @Test
    void databaseIsAskedForPortionsNotForEveryRequest() {
        AtomicInteger asked = new AtomicInteger();
        Limiter counted = new Limiter(
                new SharedWindows(pool) {
                    @Override
                    Grant take(long organizationId, LimitedKind kind, int limit, Instant now) {
                        asked.incrementAndGet();
                        return super.take(organizationId, kind, limit, now);
                    }
                },
                DEFAULTS,
                clock);

        assertThat(passing(counted, LimitedKind.REQUESTS, 500)).isEqualTo(500);
        assertThat(asked).hasValueLessThan(30);
        passing(counted, LimitedKind.REQUESTS, 100);
        int untilUsedUp = asked.get();
        passing(counted, LimitedKind.REQUESTS, 1000);
        assertThat(asked).hasValue(untilUsedUp);
    }

    @Test
    void instanceCountsAloneWhileTheDatabaseIsAwayAndDoesNotAskItForEach() {
        pool.close();
        AtomicInteger asked = new AtomicInteger();
        Limiter alone = new Limiter(
                new SharedWindows(pool) {
                    @Override
                    Grant take(long organizationId, LimitedKind kind, int limit, Instant now) {
                        asked.incrementAndGet();
                        return super.take(organizationId, kind, limit, now);
                    }
                },
                DEFAULTS,
                clock);

        assertThat(passing(alone, LimitedKind.DRAFTS, 30)).isEqualTo(20);
        assertThat(passing(alone, LimitedKind.PREVIEWS, 130)).isEqualTo(120);
        assertThat(asked).hasValue(1);

        clock.step(Duration.ofMinutes(1));
        alone.decide(organization, LimitedKind.DRAFTS);
        assertThat(asked).hasValue(2);
    }

    @Test
    void databaseThatGoesAwayWithinAMinuteBeginsNoOther() {
        assertThat(passing(limiter, LimitedKind.DRAFTS, 15)).isEqualTo(15);
        pool.close();

        assertThat(passing(limiter, LimitedKind.DRAFTS, 30)).isEqualTo(5);

        clock.step(Duration.ofMinutes(1));
        assertThat(passing(limiter, LimitedKind.DRAFTS, 30)).isEqualTo(20);
    }

    @Test
    void limitBelowOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitProperties(0, 120, 600));
    }

    private int passing(Limiter instance, LimitedKind kind, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(number -> instance.decide(organization, kind).allowed())
                .count();
    }
}
