package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.aggregates.Refresh.Result;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.rooms.Telling;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aggregates as the service wires them, filled when a benchmark says so. */
public final class FilledAggregates {

    private static final int CHUNK = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DataSource own;
    private final Refresh refresh;
    private final Days days;

    /**
     * @param source where the rooms are
     * @param own the service's own schema
     * @param clock what is now
     */
    public FilledAggregates(DataSource source, DataSource own, Clock clock) {
        this.own = own;
        JdbcClient write = JdbcClient.create(own);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(own));
        MirrorStates states = new MirrorStates(own, PATIENCE);
        Originals originals = Originals.of(
                JdbcClient.create(source), RelationName.of("rooms"), RelationName.of("ai_activity_logs"));
        Copies copies = Copies.of(write);
        Comparison comparison = new Comparison(originals, copies, drift -> {});
        this.refresh = new Refresh(
                transaction, new Snapshot(source, PATIENCE), states, originals, copies, comparison, clock, CHUNK);
        this.days = new Days(transaction, write, states, Duration.ofHours(48), clock);
    }

    /** Copies what is new of an organization. */
    public void copy(long organization) {
        Result result = Result.BEHIND;
        while (result == Result.BEHIND) {
            result = refresh.step(organization, new Telling(true, true));
        }
    }

    /** Counts the days of an organization that are not counted. */
    public void count(long organization, ZoneId zone) {
        while (days.count(organization, zone, BusinessHours.DEFAULT).rest() > 0) {
            continue;
        }
    }

    /** @return answers from the aggregates, however long ago they were refreshed */
    public RoomsReader reader(RoomsReader direct) {
        return new AggregatesReader(
                direct, own, Duration.ofDays(1), PATIENCE, new AggregatesMetrics(new SimpleMeterRegistry()));
    }
}
