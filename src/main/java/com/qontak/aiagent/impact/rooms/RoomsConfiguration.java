package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.database.ReadOnlyDatabase;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.startup.RequiredRelation;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rooms from the read-only data source. */
@Configuration(proxyBeanMethods = false)
class RoomsConfiguration {

    private static final String NOTHING =
            """
            SELECT id, organization_id, contact_id, channel, ai_agent_id, assign_channel_agent_id,
                   created_at, closed_at, closed_reason, updated_at
            FROM %s
            WHERE organization_id IS NULL
            """;

    @Bean
    SqlRooms rooms(@ReadOnlyDatabase DataSource dataSource, ImpactProperties properties) {
        return SqlRooms.of(dataSource, properties.roomsRelation(), properties.activityLogsRelation());
    }

    @Bean
    DirectReader directReader(SqlRooms rooms, Snapshot snapshot) {
        return new DirectReader(rooms, snapshot);
    }

    @Bean
    SmartInitializingSingleton roomsAreThere(@ReadOnlyDatabase JdbcClient jdbc, ImpactProperties properties) {
        String relation = properties.roomsRelation().value();
        return () -> RequiredRelation.check(jdbc, relation, NOTHING.formatted(relation));
    }

    @Bean
    Snapshot snapshot(@ReadOnlyDatabase DataSource dataSource, ImpactProperties properties) {
        return new Snapshot(dataSource, properties.statementTimeout());
    }
}
