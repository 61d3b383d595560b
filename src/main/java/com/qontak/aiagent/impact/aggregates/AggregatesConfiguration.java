package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.access.AllOrganizations;
import com.qontak.aiagent.database.ReadOnlyDatabase;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.rooms.DirectReader;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.rooms.SqlRooms;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the figures counted beforehand before the rooms. With a freshness of nothing they are neither made nor used. */
@Configuration(proxyBeanMethods = false)
class AggregatesConfiguration {

    private static final int CHUNK = 10_000;
    private static final int ROUNDS_WITHIN_FRESHNESS = 4;

    @Bean
    AggregatesMetrics aggregatesMetrics(MeterRegistry registry) {
        return new AggregatesMetrics(registry);
    }

    @Bean
    @Primary
    RoomsReader aggregatesReader(
            DirectReader direct, DataSource own, ImpactProperties properties, AggregatesMetrics metrics) {
        return new AggregatesReader(direct, own, properties.freshness(), properties.statementTimeout(), metrics);
    }

    @Bean
    Refresher aggregatesRefresher(
            DataSource own,
            @ReadOnlyDatabase JdbcClient source,
            Snapshot snapshot,
            SqlRooms rooms,
            AllOrganizations organizations,
            Assumptions assumptions,
            ImpactProperties properties,
            AggregatesMetrics metrics,
            Clock clock) {
        JdbcClient jdbc = JdbcClient.create(own);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(own));
        MirrorStates states = new MirrorStates(own, properties.statementTimeout());
        Originals originals = Originals.of(source, properties.roomsRelation(), properties.activityLogsRelation());
        Copies copies = Copies.of(jdbc);
        Comparison comparison = new Comparison(originals, copies, metrics::drifted);
        Refresh refresh = new Refresh(transaction, snapshot, states, originals, copies, comparison, clock, CHUNK);
        Days days = new Days(transaction, jdbc, states, properties.reopenWindow(), clock);
        Pulse pulse =
                new Pulse(source, snapshot, properties.roomsRelation(), own, properties.statementTimeout(), clock);
        return new Refresher(
                organizations,
                rooms::telling,
                assumptions,
                pulse,
                refresh,
                days,
                new Departed(transaction, jdbc, states, CHUNK),
                metrics,
                clock,
                interval(properties));
    }

    @Bean
    RefreshSchedule refreshSchedule(
            Refresher refresher, DataSource own, ImpactProperties properties, AggregatesMetrics metrics, Clock clock) {
        return new RefreshSchedule(refresher, locks(own), metrics, clock, interval(properties));
    }

    @Bean
    Progress aggregatesProgress(DataSource own, Clock clock) {
        return new Progress(JdbcClient.create(own), clock);
    }

    @Bean
    AggregatesGauges aggregatesGauges(Progress progress, ImpactProperties properties, Clock clock) {
        return new AggregatesGauges(progress, !properties.freshness().isZero(), clock);
    }

    @Bean
    AggregatesEndpoint aggregatesEndpoint(Progress progress) {
        return new AggregatesEndpoint(progress);
    }

    static LockProvider locks(DataSource own) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(own))
                .withTableName("ai_agent_bff.shedlock")
                .usingDbTime()
                .build());
    }

    private static Duration interval(ImpactProperties properties) {
        return properties.freshness().dividedBy(ROUNDS_WITHIN_FRESHNESS);
    }
}
