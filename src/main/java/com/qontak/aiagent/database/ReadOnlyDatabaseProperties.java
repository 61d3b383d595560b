package com.qontak.aiagent.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where {@code rooms}, {@code organizations} and {@code ai_activity_logs} are read.
 *
 * @param url JDBC address; the same database as {@code spring.datasource} when left out
 * @param username a role that may only read; that of {@code spring.datasource} when left out
 * @param password its password
 * @param maximumPoolSize connections at most
 * @param connectionTimeout how long a request waits for one of them before it is answered 503
 * @param statementTimeout how long the database may work on a statement; those of a report have
 *     {@code impact.statement-timeout}
 */
@ConfigurationProperties("impact.datasource")
record ReadOnlyDatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("10") int maximumPoolSize,
        @DefaultValue("3s") Duration connectionTimeout,
        @DefaultValue("5s") Duration statementTimeout) {}
