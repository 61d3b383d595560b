package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.aggregates.Pulse.Beat;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PulseTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(8_000_000);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private final long quiet = ORGANIZATIONS.incrementAndGet();
    private final long busy = ORGANIZATIONS.incrementAndGet();
    private final long unfilled = ORGANIZATIONS.incrementAndGet();
    private final ChangingRooms quietRooms = new ChangingRooms(quiet);
    private final ChangingRooms busyRooms = new ChangingRooms(busy);
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);

    @Test
    void whatHasNotChangedIsFreshWithoutAStep() {
        fill();
        aggregates.pass(Duration.ofSeconds(15));
        busyRooms.set(aggregates.now(), 0, "closed_reason", "RESOLVE");
        Beat beat = pulse();
        assertThat(beat.changed()).containsExactly(busy);
        assertThat(beat.unfilled()).containsExactly(unfilled);
        assertThat(freshAsOf(quiet)).isEqualTo(NOW.plusSeconds(15));
        assertThat(freshAsOf(busy)).isEqualTo(NOW);
    }

    @Test
    void aChangeThatIsCommittedLateIsAChange() {
        fill();
        aggregates.pass(Duration.ofSeconds(15));
        quietRooms.set(NOW.minusSeconds(100), 0, "closed_reason", "RESOLVE");
        assertThat(pulse().changed()).containsExactly(quiet);
    }

    @Test
    void thoseAmongHundredsAreFound() {
        fill();
        aggregates.pass(Duration.ofSeconds(15));
        busyRooms.set(aggregates.now(), 0, "closed_reason", "RESOLVE");
        List<Long> nowhere = LongStream.range(8_500_000, 8_500_250).boxed().toList();
        List<Long> all = new ArrayList<>(nowhere);
        all.add(50, quiet);
        all.add(busy);
        Beat beat = aggregates.pulse().of(all);
        assertThat(beat.changed()).containsExactly(busy);
        assertThat(beat.unfilled()).containsExactlyInAnyOrderElementsOf(nowhere);
    }

    @Test
    void thoseOfWhichItCannotBeToldAreTakenForChangedAndTheOthersAreFresh() {
        fill();
        aggregates.pass(Duration.ofSeconds(15));
        JdbcClient rooms = JdbcClient.create(RoomsDatabase.shared().dataSource());
        AtomicLong asked = new AtomicLong();
        JdbcClient onceTooSlow = sql -> {
            if (asked.incrementAndGet() == 2) {
                throw new QueryTimeoutException("It takes too long");
            }
            return rooms.sql(sql);
        };
        List<Long> all =
                new ArrayList<>(LongStream.range(8_600_000, 8_600_100).boxed().toList());
        all.add(0, quiet);
        all.add(busy);

        Beat beat = aggregates.pulse(onceTooSlow).of(all);

        assertThat(beat.changed()).containsExactlyInAnyOrder(8_600_099L, busy);
        assertThat(beat.unfilled()).hasSize(99);
        assertThat(freshAsOf(quiet)).isEqualTo(NOW.plusSeconds(15));
        assertThat(freshAsOf(busy)).isEqualTo(NOW);
    }

    @Test
    void theClockDoesNotGoBack() {
        fill();
        aggregates.pass(Duration.ofSeconds(-15));
        assertThat(pulse().changed()).isEmpty();
        assertThat(freshAsOf(quiet)).isEqualTo(NOW);
    }

    private void fill() {
        for (ChangingRooms rooms : List.of(quietRooms, busyRooms)) {
            rooms.add(NOW, 1L, "whatsapp", null, 9L, NOW.minusSeconds(60), NOW, "RESOLVE");
        }
        aggregates.refresh(quiet, ZoneId.of("UTC"), BusinessHours.DEFAULT);
        aggregates.refresh(busy, ZoneId.of("UTC"), BusinessHours.DEFAULT);
    }

    private Beat pulse() {
        return aggregates.pulse().of(List.of(quiet, busy, unfilled));
    }

    private Instant freshAsOf(long organization) {
        return AggregatesFixture.states().find(organization).orElseThrow().freshAsOf();
    }
}
