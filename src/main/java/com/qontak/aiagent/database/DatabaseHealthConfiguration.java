package com.qontak.aiagent.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes readiness look at the two databases. */
@Configuration(proxyBeanMethods = false)
class DatabaseHealthConfiguration {

    private static final int PATIENCE_SECONDS = 1;

    @Bean
    HealthIndicator ownDatabaseHealthIndicator(HikariDataSource own, Clock clock) {
        return new DatabaseHealth(unpooled(own), clock);
    }

    @Bean
    HealthIndicator readOnlyDatabaseHealthIndicator(@ReadOnlyDatabase HikariDataSource readOnly, Clock clock) {
        return new DatabaseHealth(unpooled(readOnly), clock);
    }

    private static DataSource unpooled(HikariDataSource pool) {
        PGSimpleDataSource unpooled = new PGSimpleDataSource();
        unpooled.setUrl(pool.getJdbcUrl());
        unpooled.setUser(pool.getUsername());
        unpooled.setPassword(pool.getPassword());
        unpooled.setApplicationName("ai-agent-bff health");
        unpooled.setConnectTimeout(PATIENCE_SECONDS);
        unpooled.setSocketTimeout(PATIENCE_SECONDS);
        return unpooled;
    }
}
