package com.qontak.aiagent.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds the read-only data source beside the one Spring Boot makes of {@code spring.datasource}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration GRACE = Duration.ofSeconds(3);

    @Bean(defaultCandidate = false)
    @ReadOnlyDatabase
    HikariDataSource readOnlyDataSource(ReadOnlyDatabaseProperties properties, DataSourceProperties own) {
        HikariDataSource dataSource = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(present(properties.url()) ? properties.url() : own.determineUrl())
                .username(present(properties.username()) ? properties.username() : own.determineUsername())
                .password(present(properties.username()) ? properties.password() : own.determinePassword())
                .build();
        dataSource.setPoolName("read-only");
        dataSource.setMaximumPoolSize(properties.maximumPoolSize());
        dataSource.setReadOnly(true);
        // Sessions of the pool refuse writes even where the role could write, outside transactions too.
        dataSource.addDataSourceProperty("readOnlyMode", "always");
        dataSource.addDataSourceProperty("ApplicationName", "ai-agent-bff read-only");
        dataSource.setConnectionTimeout(properties.connectionTimeout().toMillis());
        Duration patience = properties.statementTimeout();
        dataSource.addDataSourceProperty("options", "-c statement_timeout=" + patience.toMillis());
        dataSource.addDataSourceProperty("connectTimeout", "2");
        // The server cancels what takes too long; where it has gone silent, nobody else would.
        dataSource.addDataSourceProperty(
                "socketTimeout", Long.toString(patience.plus(GRACE).toSeconds()));
        return dataSource;
    }

    @Bean(defaultCandidate = false)
    @ReadOnlyDatabase
    JdbcClient readOnlyJdbcClient(@ReadOnlyDatabase DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
