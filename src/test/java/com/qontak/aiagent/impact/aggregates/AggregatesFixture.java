package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.aggregates.Refresh.Result;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Reading;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.rooms.Telling;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.testing.OwnDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Aggregates of the shared rooms in a schema of their own, refreshed when a test says so, in very small chunks. */
public final class AggregatesFixture {

    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SMALL_CHUNK = 7;
    private static final int LARGE_CHUNK = 10_000;
    private static final DataSource OWN = OwnDatabase.migrated().pool();

    private final RoomsDatabase rooms;
    private final AtomicLong drift = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now;
    private int chunk = SMALL_CHUNK;

    private AggregatesFixture(RoomsDatabase rooms, Instant now) {
        this.rooms = rooms;
        this.now = now;
    }

    public static AggregatesFixture on(RoomsDatabase rooms, Instant now) {
        return new AggregatesFixture(rooms, now);
    }

    /** @return answers from the aggregates, and fails where it would have to fall back */
    public RoomsReader reader() {
        RoomsReader none = new RoomsReader() {
            @Override
            public <T> T read(Slice slice, Function<Reading, T> use) {
                throw new AssertionError("Not answered from the aggregates");
            }
        };
        return reader(none);
    }

    RoomsReader reader(RoomsReader direct) {
        return reader(direct, OWN);
    }

    RoomsReader reader(RoomsReader direct, DataSource own) {
        return new AggregatesReader(direct, own, Duration.ofSeconds(60), PATIENCE, new AggregatesMetrics(meters));
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    /** Brings the copy and the days of an organization up to now. */
    public void refresh(long organization, ZoneId zone, BusinessHours hours) {
        Telling telling = RoomsFixture.telling(rooms);
        Result result = Result.BEHIND;
        while (result == Result.BEHIND) {
            result = refresh().step(organization, telling);
        }
        while (days().count(organization, zone, hours).rest() > 0) {
            continue;
        }
    }

    /** The same in chunks of the usual size. */
    void refreshAtOnce(long organization, ZoneId zone) {
        chunk = LARGE_CHUNK;
        refresh(organization, zone, BusinessHours.DEFAULT);
    }

    Refresh refresh() {
        return refresh("rooms", transaction());
    }

    Refresh refresh(String roomsRelation, TransactionTemplate transaction) {
        Originals originals = Originals.of(
                JdbcClient.create(rooms.dataSource()),
                RelationName.of(roomsRelation),
                RelationName.of("ai_activity_logs"));
        Copies copies = Copies.of(own());
        Comparison comparison = new Comparison(originals, copies, drift::addAndGet);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Refresh(transaction, snapshot(rooms), states(), originals, copies, comparison, clock, chunk);
    }

    Pulse pulse() {
        return pulse(JdbcClient.create(rooms.dataSource()));
    }

    Pulse pulse(JdbcClient source) {
        return new Pulse(
                source, snapshot(rooms), RelationName.of("rooms"), OWN, PATIENCE, Clock.fixed(now, ZoneOffset.UTC));
    }

    AggregatesMetrics metrics() {
        return new AggregatesMetrics(meters);
    }

    Days days() {
        JdbcClient own = JdbcClient.create(OWN);
        return new Days(transaction(), own, states(), WINDOW, Clock.fixed(now, ZoneOffset.UTC));
    }

    Departed departed() {
        return new Departed(transaction(), own(), states(), SMALL_CHUNK);
    }

    static DataSource ownDataSource() {
        return OWN;
    }

    JdbcClient own() {
        return JdbcClient.create(OWN);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    long drift() {
        return drift.get();
    }

    static MirrorStates states() {
        return new MirrorStates(OWN, PATIENCE);
    }

    static Snapshot snapshot(RoomsDatabase rooms) {
        return new Snapshot(rooms.dataSource(), PATIENCE);
    }

    static TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(OWN));
    }
}
