package com.qontak.aiagent.impact.aggregates;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Begins a round four times within the freshness, on one instance at a time: each looks every second whether the next
 * one is due, and the lock, which is held at least as long as the time between, lets one of them. The lock spares work;
 * that two rounds never work on one organization is kept by the database.
 */
final class RefreshSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshSchedule.class);
    private static final String LOCK = "impact-aggregates";
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final long SECONDS_TO_STOP = 20;

    private final Refresher refresher;
    private final LockProvider locks;
    private final AggregatesMetrics metrics;
    private final Clock clock;
    private final Duration interval;
    private final Duration longest;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("impact-aggregates-"));
    private volatile boolean running;

    RefreshSchedule(
            Refresher refresher, LockProvider locks, AggregatesMetrics metrics, Clock clock, Duration interval) {
        this.refresher = refresher;
        this.locks = locks;
        this.metrics = metrics;
        this.clock = clock;
        this.interval = interval;
        this.longest = interval.compareTo(LONGEST_ROUND) > 0 ? interval : LONGEST_ROUND;
    }

    @Override
    public boolean isAutoStartup() {
        return interval.compareTo(Duration.ZERO) > 0;
    }

    @Override
    public void start() {
        running = true;
        Duration pause = interval.compareTo(LOOKS) < 0 ? interval : LOOKS;
        executor.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Anything that goes wrong is met again in the next round, which would not come if it went on from here. */
    private void round() {
        try {
            LockConfiguration alone = new LockConfiguration(clock.instant(), LOCK, longest, interval);
            locks.lock(alone).ifPresent(this::round);
        } catch (RuntimeException failed) {
            metrics.failed();
            LOG.warn("The figures counted beforehand are not refreshed this time", failed);
        }
    }

    private void round(SimpleLock lock) {
        try {
            refresher.round(this::isRunning);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
