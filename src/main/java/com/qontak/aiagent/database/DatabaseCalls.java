package com.qontak.aiagent.database;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs what waits for the service's own database on a few threads of its own, so that no event loop waits for it. */
@Component
public final class DatabaseCalls implements DisposableBean {

    // Fewer than a pool has connections by default, so that some are left for servlet threads.
    private static final int THREADS = 8;
    private static final int WAITING = 10_000;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "database");

    /**
     * @param work may block on the database
     * @param <T> what it results in
     * @return runs it at each subscription; fails with what it throws, or with a
     *     {@link org.springframework.dao.DataAccessException} (transient) when too much is waiting already
     */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work)
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

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
