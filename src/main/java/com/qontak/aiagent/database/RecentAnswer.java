package com.qontak.aiagent.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What a database says, asked again only after a while, and so for figures that are read more often than they change. That
 * it does not answer is remembered as well: of many who read at once, one waits for it.
 *
 * @param <T> what it says
 */
public final class RecentAnswer<T> {

    private static final Logger log = LoggerFactory.getLogger(RecentAnswer.class);

    private final String what;
    private final Supplier<T> question;
    private final Duration recent;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<T> answer = Optional.empty();
    private Instant until = Instant.MIN;

    /**
     * @param what what is asked for, for the log
     * @param question asks the database, and may wait for it
     * @param recent how long an answer stands, and a failure
     * @param clock the time
     */
    public RecentAnswer(String what, Supplier<T> question, Duration recent, Clock clock) {
        this.what = what;
        this.question = question;
        this.recent = recent;
        this.clock = clock;
    }

    /** @return what the database said last; empty when it did not answer */
    public Optional<T> get() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(until)) {
                answer = ask();
                until = clock.instant().plus(recent);
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> ask() {
        try {
            return Optional.of(question.get());
        } catch (DataAccessException away) {
            log.warn("The database does not tell {}", what, away);
            return Optional.empty();
        }
    }
}
