package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.assumptions.ImpactSettings;
import com.qontak.aiagent.impact.assumptions.Versioned;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.Telling;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefresherTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(9_000_000);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final List<Long> ids = LongStream.range(0, 3)
            .map(each -> ORGANIZATIONS.incrementAndGet())
            .boxed()
            .toList();
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);

    @Test
    void aRoundFillsAndCountsEveryOrganization() {
        ids.forEach(this::closed);
        refresher(aggregates.refresh()).round(() -> true);
        assertThat(ids).allSatisfy(id -> {
            MirrorState state = AggregatesFixture.states().find(id).orElseThrow();
            assertThat(state.freshAsOf()).isEqualTo(NOW);
            assertThat(state.rooms()).isEqualTo(20);
            assertThat(countedDays(id)).isEqualTo(20);
        });
    }

    @Test
    void daysBeforeOneThatIsCountedAreCountedInTheSameRound() {
        ids.forEach(this::closed);
        refresher(aggregates.refresh()).round(() -> true);
        ids.forEach(id -> aggregates
                .own()
                .sql("delete from ai_agent_bff.impact_day where organization_id = ? and day <> date '2026-11-19'")
                .param(id)
                .update());
        refresher(aggregates.refresh()).round(() -> true);
        assertThat(ids).allSatisfy(id -> assertThat(countedDays(id)).isEqualTo(20));
    }

    @Test
    void aRoundThatIsToldToStopEndsAfterTheStep() {
        ids.forEach(this::closed);
        AtomicInteger asked = new AtomicInteger();
        refresher(aggregates.refresh()).round(() -> asked.getAndIncrement() < 1);
        assertThat(ids.stream().map(AggregatesFixture.states()::find).filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void changesThatTakeAWholeRoundKeepNobodyFromBeingFilled() {
        ids.subList(0, 2).forEach(this::closed);
        refresher(ids.subList(0, 2), aggregates.refresh(), Clock.fixed(NOW, ZoneOffset.UTC))
                .round(() -> true);
        closed(ids.get(2));
        SteppedClock clock = new SteppedClock(NOW);
        AtomicInteger asked = new AtomicInteger();
        refresher(ids, aggregates.refresh(), clock).round(() -> {
            clock.step(asked.getAndIncrement() < 2 ? Duration.ofSeconds(10) : Duration.ZERO);
            return true;
        });
        assertThat(countedDays(ids.get(2))).isEqualTo(20);
    }

    @Test
    void roundsFurtherApartThanOneMayTakeBeginAsWell() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Refresher refresher = new Refresher(
                () -> {
                    begun.countDown();
                    return List.of();
                },
                () -> RoomsFixture.telling(RoomsDatabase.shared()),
                new Defaults(),
                aggregates.pulse(),
                aggregates.refresh(),
                aggregates.days(),
                aggregates.departed(),
                aggregates.metrics(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMinutes(15));
        RefreshSchedule schedule = new RefreshSchedule(
                refresher,
                configuration -> Optional.of(() -> {}),
                aggregates.metrics(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMinutes(15));
        schedule.start();
        try {
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            schedule.stop();
        }
    }

    @Test
    void whatCannotBeRefreshedIsCountedAndPassedOver() {
        refresher(aggregates.refresh("no_such_rooms", AggregatesFixture.transaction()))
                .round(() -> true);
        assertThat(aggregates.counted("impact.aggregates.failures")).isEqualTo(3);
    }

    @Test
    void whatIsNotFilledYetIsShownTheLargestFirst() {
        ids.forEach(this::closed);
        long behind = ids.get(0);
        long further = ids.get(1);
        Telling telling = RoomsFixture.telling(RoomsDatabase.shared());
        aggregates.refresh().step(behind, telling);
        aggregates.refresh().step(further, telling);
        aggregates.refresh().step(further, telling);
        refresher(aggregates.refresh()).round(() -> false);
        Progress progress = new Progress(aggregates.own(), Clock.fixed(NOW.plusSeconds(5), ZoneOffset.UTC));
        assertThat(progress.summary().filling()).isPositive();
        assertThat(progress.unfinished())
                .containsSubsequence(
                        new Progress.Unfinished(further, 14, null), new Progress.Unfinished(behind, 7, null));
        assertThat(new AggregatesEndpoint(progress).progress().unfinished())
                .contains(new Progress.Unfinished(behind, 7, null));
    }

    @Test
    void whatIsNotFilledYetIsShownByMetricsAsWell() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SteppedClock clock = new SteppedClock(NOW);
        new AggregatesGauges(new Progress(aggregates.own(), clock), true, clock).bindTo(meters);
        double before = gauge(meters, "impact.aggregates.rooms");
        ids.forEach(this::closed);
        aggregates.refresh().step(ids.get(0), RoomsFixture.telling(RoomsDatabase.shared()));
        clock.step(Duration.ofSeconds(1));
        assertThat(meters.get("impact.aggregates.organizations")
                        .tag("copy", "filling")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(gauge(meters, "impact.aggregates.rooms")).isEqualTo(before + 7);
    }

    private static double gauge(SimpleMeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void oneInstanceAtATimeIsLetAndTheNextNotBeforeItsTime() {
        LockProvider one = AggregatesConfiguration.locks(AggregatesFixture.ownDataSource());
        LockProvider other = AggregatesConfiguration.locks(AggregatesFixture.ownDataSource());
        LockConfiguration soon =
                new LockConfiguration(Instant.now(), "test-" + ids, Duration.ofMinutes(2), Duration.ZERO);
        SimpleLock held = one.lock(soon).orElseThrow();
        assertThat(other.lock(soon)).isEmpty();
        held.unlock();
        LockConfiguration late =
                new LockConfiguration(Instant.now(), "test-" + ids, Duration.ofMinutes(2), Duration.ofMinutes(1));
        other.lock(late).orElseThrow().unlock();
        assertThat(one.lock(soon)).isEmpty();
    }

    private void closed(long organization) {
        ChangingRooms rooms = new ChangingRooms(organization);
        for (int day = 0; day < 20; day++) {
            Instant close = NOW.minus(Duration.ofDays(day));
            rooms.add(close, null, "whatsapp", null, 9L, close.minusSeconds(60), close, "RESOLVE");
        }
    }

    private long countedDays(long organization) {
        return aggregates
                .own()
                .sql("select count(*) from ai_agent_bff.impact_day where organization_id = ?")
                .param(organization)
                .query(Long.class)
                .single();
    }

    private Refresher refresher(Refresh refresh) {
        return refresher(ids, refresh, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Refresher refresher(List<Long> of, Refresh refresh, Clock clock) {
        List<Organization> organizations = of.stream()
                .map(id -> new Organization(id, "Toko", "plus", 2, JAKARTA))
                .toList();
        return new Refresher(
                () -> organizations,
                () -> RoomsFixture.telling(RoomsDatabase.shared()),
                new Defaults(),
                aggregates.pulse(),
                refresh,
                aggregates.days(),
                aggregates.departed(),
                aggregates.metrics(),
                clock,
                Duration.ofSeconds(15));
    }

    private static final class Defaults implements Assumptions {

        @Override
        public Versioned<CostAssumption> cost(long organizationId) {
            return Versioned.unset(CostAssumption.DEFAULT);
        }

        @Override
        public Versioned<ImpactSettings> settings(long organizationId) {
            return Versioned.unset(ImpactSettings.DEFAULT);
        }
    }
}
