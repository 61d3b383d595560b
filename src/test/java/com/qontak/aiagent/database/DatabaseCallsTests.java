package com.qontak.aiagent.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import reactor.test.StepVerifier;

class DatabaseCallsTests {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T03:00:00Z"));
    private final DatabaseCalls database = new DatabaseCalls(clock);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void endThreads() {
        database.destroy();
    }

    @Test
    void databaseThatDoesNotAnswerIsNotWaitedForByAllWhoWaitBehind() {
        StepVerifier.create(database.call(failingWith(new DataAccessResourceFailureException("away"))))
                .verifyError(DataAccessResourceFailureException.class);

        StepVerifier.create(database.call(asked::incrementAndGet)).verifyError(TransientDataAccessException.class);
        assertThat(asked).hasValue(0);

        clock.step(Duration.ofSeconds(1));
        StepVerifier.create(database.call(asked::incrementAndGet)).expectNext(1).verifyComplete();
    }

    @Test
    void whatTheDatabaseRefusesIsNoReasonToWait() {
        StepVerifier.create(database.call(failingWith(new DuplicateKeyException("twice"))))
                .verifyError(DuplicateKeyException.class);

        StepVerifier.create(database.call(asked::incrementAndGet)).expectNext(1).verifyComplete();
    }

    private static Callable<Integer> failingWith(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
