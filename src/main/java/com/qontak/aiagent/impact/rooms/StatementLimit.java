package com.qontak.aiagent.impact.rooms;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the database may work on a statement that is not one of a request's small ones.
 *
 * @param dataSource whose connections have a shorter limit
 * @param statementTimeout for each statement
 */
public record StatementLimit(DataSource dataSource, Duration statementTimeout) {

    // The server cancels a statement in time; where it has gone silent, the connection gives up soon after.
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Lets the statements of the transaction take that long. */
    public void allow() {
        new JdbcTemplate(dataSource).execute((Connection connection) -> {
            // A pool takes it back with the connection; the statement's limit ends with the transaction.
            connection.setNetworkTimeout(
                    Runnable::run, (int) statementTimeout.plus(GRACE).toMillis());
            try (Statement limit = connection.createStatement()) {
                return limit.execute("set local statement_timeout = " + statementTimeout.toMillis());
            }
        });
    }
}
