package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.impact.aggregates.Refresh.Result;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.Telling;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class RefreshTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(6_000_000);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-11-10T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final Telling LOGS = new Telling(true, true);

    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final ChangingRooms rooms = new ChangingRooms(organization);
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);

    @Test
    void aStepThatBreaksOffHasNotHappenedAndTheNextOneGoesOnThere() {
        closed(20);
        assertThat(aggregates.refresh().step(organization, LOGS)).isEqualTo(Result.BEHIND);
        assertThatThrownBy(() -> aggregates.refresh("rooms", dying()).step(organization, LOGS))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(copied()).isEqualTo(7);
        assertThat(aggregates.refresh().step(organization, LOGS)).isEqualTo(Result.BEHIND);
        assertThat(aggregates.refresh().step(organization, LOGS)).isEqualTo(Result.FRESH);
        assertThat(copied()).isEqualTo(20);
    }

    @Test
    void whileOneRefresherIsAtAnOrganizationAnotherPassesItOver() {
        closed(3);
        refresh();
        Result meanwhile = AggregatesFixture.transaction().execute(status -> {
            assertThat(AggregatesFixture.states().lock(organization)).isPresent();
            return elsewhere(() -> aggregates.refresh().step(organization, LOGS))
                    .join();
        });
        assertThat(meanwhile).isEqualTo(Result.BUSY);
    }

    @Test
    void twoRefreshersAtOnceLeaveWhatOneWouldHave() {
        closed(60);
        CompletableFuture<Void> all =
                CompletableFuture.allOf(Stream.generate(() -> elsewhere(this::refreshAgainAndAgain))
                        .limit(2)
                        .toArray(CompletableFuture[]::new));
        all.join();
        refresh();
        assertThat(copied()).isEqualTo(60);
        assertThat(counts().netContained()).isEqualTo(60);
    }

    @Test
    void aRoomThatDoesNotSayWhenItChangedKeepsItsOrganizationOut() {
        JdbcClient.create(RoomsDatabase.shared().owner())
                .sql(
                        "create or replace view untold_rooms as select id, organization_id, contact_id, channel, ai_agent_id,"
                                + " assign_channel_agent_id, created_at, closed_at, closed_reason,"
                                + " nullif(updated_at, closed_at) as updated_at from rooms")
                .update();
        JdbcClient.create(RoomsDatabase.shared().owner())
                .sql("grant select on untold_rooms to public")
                .update();
        rooms.add(CLOSED, null, "whatsapp", AGENT, null, CLOSED.minusSeconds(60), CLOSED, "RESOLVE_AI");
        Refresh untold = aggregates.refresh("untold_rooms", AggregatesFixture.transaction());
        assertThat(untold.step(organization, LOGS)).isEqualTo(Result.UNUSABLE);
        assertThat(AggregatesFixture.states().find(organization))
                .hasValueSatisfying(state -> assertThat(state.freshAsOf()).isNull());
        rooms.set(NOW, 0, "channel", "line");
        assertThat(untold.step(organization, LOGS)).isEqualTo(Result.FRESH);
    }

    @Test
    void aChangeThatIsCommittedLateIsFoundNextTime() {
        closed(3);
        rooms.set(NOW, 0, "channel", "line");
        refresh();
        rooms.set(NOW.minus(Comparison.LATE_COMMITS).plusSeconds(1), 1, "closed_reason", "RESOLVE");
        refresh();
        assertThat(counts().netContained()).isEqualTo(2);
        assertThat(aggregates.drift()).isZero();
    }

    @Test
    void aDeletedRoomIsFoundWithinADayAndCountedAsDrift() {
        closed(3);
        rooms.set(NOW, 0, "channel", "line");
        refresh();
        rooms.delete(1);
        refresh();
        assertThat(counts().netContained()).isEqualTo(3);
        aggregates.pass(Comparison.ROUND);
        refresh();
        assertThat(counts().netContained()).isEqualTo(2);
        assertThat(aggregates.drift()).isOne();
        assertThat(AggregatesFixture.states().find(organization).orElseThrow().rooms())
                .isEqualTo(2);
    }

    @Test
    void aRoomDeletedSoonAfterItsLastChangeIsFoundNextTime() {
        closed(3);
        refresh();
        rooms.delete(1);
        refresh();
        assertThat(counts().netContained()).isEqualTo(2);
        assertThat(aggregates.drift()).isOne();
    }

    @Test
    void aChangeThatDoesNotSaySoIsFoundWithinADay() {
        closed(3);
        refresh();
        JdbcClient.create(RoomsDatabase.shared().owner())
                .sql("update rooms set closed_reason = 'RESOLVE' where organization_id = ?")
                .param(organization)
                .update();
        aggregates.pass(Comparison.ROUND);
        refresh();
        assertThat(counts().netContained()).isZero();
        assertThat(aggregates.drift()).isEqualTo(3);
    }

    @Test
    void logsOfTheLastDaysAreFoundNextTimeAndOlderOnesWithinADay() {
        closed(1);
        rooms.add(NOW, null, "whatsapp", AGENT, null, NOW.minusSeconds(600), NOW.minusSeconds(300), "RESOLVE_AI");
        refresh();
        rooms.log(0, -0.5, 0.5, 3);
        rooms.log(1, -0.5, 0.5, 3);
        refresh();
        assertThat(moods()).isOne();
        aggregates.pass(Comparison.ROUND);
        refresh();
        assertThat(moods()).isEqualTo(2);
    }

    @Test
    void logsThatCanBeReadFromNowOnAreReadFromTheFirstRoomOn() {
        closed(20);
        rooms.log(0, -0.5, 0.5, 3);
        while (aggregates.refresh().step(organization, new Telling(false, false)) == Result.BEHIND) {
            assertThat(copied()).isPositive();
        }
        assertThat(moods()).isEqualTo(-1);
        refresh();
        assertThat(moods()).isOne();
    }

    private void closed(int count) {
        for (int room = 0; room < count; room++) {
            Instant close = CLOSED.plusSeconds(room);
            rooms.add(close, null, "whatsapp", AGENT, null, close.minusSeconds(60), close, "RESOLVE_AI");
        }
    }

    private void refresh() {
        aggregates.refresh(organization, JAKARTA, BusinessHours.DEFAULT);
    }

    private Result refreshAgainAndAgain() {
        Result result = Result.BUSY;
        while (result != Result.FRESH) {
            result = aggregates.refresh().step(organization, LOGS);
            aggregates.days().count(organization, JAKARTA, BusinessHours.DEFAULT);
        }
        return result;
    }

    private long copied() {
        return aggregates
                .own()
                .sql("select count(*) from ai_agent_bff.impact_room where organization_id = ?")
                .param(organization)
                .query(Long.class)
                .single();
    }

    private Counts counts() {
        return aggregates
                .reader()
                .read(slice(), reading -> reading.rooms().countsByDay(slice(), BusinessHours.DEFAULT).stream()
                        .map(DayCounts::all)
                        .reduce(Counts.NONE, Counts::plus));
    }

    /** How many changes of mood there are; -1 when the logs cannot tell. */
    private long moods() {
        return aggregates.reader().read(slice(), reading -> reading.rooms()
                .sentiment(slice())
                .map(mood -> mood.conversations())
                .orElse(-1L));
    }

    private Slice slice() {
        LocalDate today = LocalDate.ofInstant(aggregates.now(), JAKARTA);
        Period period = new Period(today.minusDays(27), today, JAKARTA);
        return new Slice(organization, period, Filter.NONE, aggregates.now(), Duration.ofHours(48));
    }

    private static CompletableFuture<Result> elsewhere(Supplier<Result> work) {
        return CompletableFuture.supplyAsync(work);
    }

    /** Ends like a process that is killed just before it commits. */
    private static TransactionTemplate dying() {
        TransactionTemplate lasting = AggregatesFixture.transaction();
        return new TransactionTemplate(lasting.getTransactionManager()) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return super.execute(status -> {
                    action.doInTransaction(status);
                    throw new OutOfMemoryError("killed");
                });
            }
        };
    }
}
