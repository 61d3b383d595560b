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

    // Asked of the connection instead, it takes the database three more answers for each transaction.
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read; ";

    /** Lets the statements of the transaction take that long. */
    public void allow() {
        allow("");
    }

    /** The same as the first statement of a transaction, all of which sees the database as it is then. */
    void allowAtOneMoment() {
        allow(ONE_MOMENT);
    }

    private void allow(String before) {
        new JdbcTemplate(dataSource).execute((Connection connection) -> {
            // A pool takes it back with the connection; the statement's limit ends with the transaction.
            connection.setNetworkTimeout(
                    Runnable::run, (int) statementTimeout.plus(GRACE).toMillis());
            try (Statement limit = connection.createStatement()) {
                return limit.execute(before + "set local statement_timeout = " + statementTimeout.toMillis());
            }
        });
    }
}
