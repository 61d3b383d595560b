package com.qontak.aiagent.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Runs what waits for the service's own database on a few threads of its own, so that no event loop waits for it. When the
 * database does not answer, what waits behind that fails at once for a moment: each would wait as long in vain, and all of
 * them one after the other.
 */
@Component
public final class DatabaseCalls implements DisposableBean {

    // Fewer than a pool has connections by default, so that some are left for servlet threads.
    private static final int THREADS = 8;
    private static final int WAITING = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "database");
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    /** @param clock the time */
    public DatabaseCalls(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param work may block on the database
     * @param <T> what it results in
     * @return runs it at each subscription; fails with what it throws, or with a
     *     {@link org.springframework.dao.DataAccessException} (transient) when too much is waiting already, or when the
     *     database did not answer a moment ago
     */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(() -> unlessAway(work))
                .subscribeOn(scheduler)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new TransientDataAccessResourceException("Too many wait for the database", full));
    }

    /**
     * @param work may block on the database
     * @return runs it at each subscription; fails like {@link #call}
     */
    public Mono<Void> run(Runnable work) {
        return call(() -> {
                    work.run();
                    return true;
                })
                .then();
    }

    private <T> T unlessAway(Callable<T> work) throws Exception {
        if (clock.instant().isBefore(awayUntil)) {
            throw new TransientDataAccessResourceException("The database did not answer a moment ago");
        }
        try {
            return work.call();
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException away) {
            awayUntil = clock.instant().plus(PAUSE);
            throw away;
        }
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
