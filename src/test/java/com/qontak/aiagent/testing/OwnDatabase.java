package com.qontak.aiagent.testing;

import com.qontak.aiagent.database.DatabaseCalls;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The service's own schema in a database of its own, and as many pools on it as there are instances. */
public final class OwnDatabase implements AutoCloseable {

    private static final int MOST_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FreshDatabase database;
    private final SingleConnectionDataSource superuser;
    private final Queue<DatabaseCalls> calls = new ConcurrentLinkedQueue<>();

    private OwnDatabase(FreshDatabase database) {
        this.database = database;
        this.superuser = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    }

    /** @return the schema as its migrations make it */
    public static OwnDatabase migrated() {
        return new OwnDatabase(TestDatabase.shared().copyOf(Template.MIGRATED));
    }

    /** @return the one connection of the superuser, for looking at rows from one thread */
    public JdbcClient rows() {
        return JdbcClient.create(superuser);
    }

    /** @return one instance's pool; a closed one is a database that has gone away */
    public HikariDataSource pool() {
        return database.pool(MOST_AT_ONCE, PATIENCE);
    }

    /** @return the threads of one instance that wait for the database */
    public DatabaseCalls calls() {
        DatabaseCalls threads = new DatabaseCalls(Clock.systemUTC());
        calls.add(threads);
        return threads;
    }

    /** Ends the superuser's connection and all threads that wait; pools are closed by those who asked for them. */
    @Override
    public void close() {
        superuser.destroy();
        calls.forEach(DatabaseCalls::destroy);
    }

    private static final class Template {

        // Migrated once: a copy takes a tenth of the time.
        private static final FreshDatabase MIGRATED = migrated();

        private static FreshDatabase migrated() {
            FreshDatabase database = TestDatabase.shared().freshDatabase();
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .schemas("ai_agent_bff")
                    .defaultSchema("ai_agent_bff")
                    .load()
                    .migrate();
            return database;
        }
    }
}
