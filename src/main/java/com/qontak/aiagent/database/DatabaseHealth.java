package com.qontak.aiagent.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Says whether a database answers, and if not, why: the name of the failure's class. Asks over a connection of its own
 * that gives up in a second, so that a busy pool is not taken for a database that is away; all who ask within
 * {@link #REMEMBERED} are told the same.
 */
final class DatabaseHealth implements HealthIndicator {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 1;

    private final DataSource unpooled;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant askedAt = Instant.MIN;
    private Health answer = Health.unknown().build();

    DatabaseHealth(DataSource unpooled, Clock clock) {
        this.unpooled = unpooled;
        this.clock = clock;
    }

    @Override
    public Health health() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(askedAt.plus(REMEMBERED))) {
                answer = ask();
                askedAt = clock.instant();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private Health ask() {
        try (Connection connection = unpooled.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS)
                    ? Health.up().build()
                    : Health.down().withDetail("reason", "not valid").build();
        } catch (SQLException away) {
            return Health.down()
                    .withDetail("reason", away.getClass().getSimpleName())
                    .withDetail("state", String.valueOf(away.getSQLState()))
                    .build();
        }
    }
}
