package com.qontak.aiagent.impact.rooms;

import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One consistent view of the relations for all the queries of an answer, so that its figures add up while rooms go on
 * closing.
 */
public final class Snapshot {

    private final StatementLimit limit;
    private final TransactionTemplate transaction;

    /**
     * @param dataSource where the relations are read from
     * @param statementTimeout how long the database may work on one statement
     */
    public Snapshot(DataSource dataSource, Duration statementTimeout) {
        limit = new StatementLimit(dataSource, statementTimeout);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setReadOnly(true);
    }

    /**
     * @param read queries through the same data source
     * @param <T> what it makes of them
     * @return its result, of one moment
     * @throws org.springframework.dao.DataAccessException if the database is away, or a statement takes too long
     */
    public <T> T read(Supplier<T> read) {
        T result = transaction.execute(status -> {
            limit.allowAtOneMoment();
            return read.get();
        });
        if (result == null) {
            throw new IllegalStateException("A snapshot was read for nothing");
        }
        return result;
    }
}
