package com.qontak.aiagent.testing;

import com.qontak.aiagent.database.DatabaseCalls;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's own schema in a database of its own, and as many pools on it as there are instances. */
public final class OwnDatabase {

    private final FreshDatabase database;

    private OwnDatabase(FreshDatabase database) {
        this.database = database;
    }

    /** @return the schema as its migrations make it */
    public static OwnDatabase migrated() {
        FreshDatabase database = TestDatabase.shared().freshDatabase();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ai_agent_bff")
                .defaultSchema("ai_agent_bff")
                .load()
                .migrate();
        return new OwnDatabase(database);
    }

    /** @return connections of the superuser, for looking at rows */
    public JdbcClient rows() {
        return JdbcClient.create(database.dataSource());
    }

    /** @return one instance's pool; a closed one is a database that has gone away */
    public HikariDataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(database.url());
        settings.setUsername(database.user());
        settings.setPassword(database.password());
        settings.setMaximumPoolSize(4);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(1000);
        return new HikariDataSource(settings);
    }

    /** @return the threads of one instance that wait for the database */
    public static DatabaseCalls calls() {
        return new DatabaseCalls(Clock.systemUTC());
    }
}
