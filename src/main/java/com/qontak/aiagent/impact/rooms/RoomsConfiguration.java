package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.database.ReadOnlyDatabase;
import com.qontak.aiagent.impact.ImpactProperties;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rooms from the read-only data source. */
@Configuration(proxyBeanMethods = false)
class RoomsConfiguration {

    @Bean
    Rooms rooms(@ReadOnlyDatabase DataSource dataSource, ImpactProperties properties) {
        return new SqlRooms(
                JdbcClient.create(dataSource), properties.roomsRelation(), properties.activityLogsRelation());
    }

    @Bean
    Snapshot snapshot(@ReadOnlyDatabase DataSource dataSource) {
        return new Snapshot(dataSource);
    }
}
