package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import com.qontak.aiagent.impact.rooms.Reading;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.testing.Room;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.testing.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AggregatesReaderTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(7_000_000);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");

    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);
    private final RoomsReader direct = RoomsFixture.reader(RoomsDatabase.shared());

    @Test
    void beforeThereIsACopyTheRoomsAreCounted() {
        assertThat(freshAsOf(NOW)).isEqualTo(NOW);
    }

    @Test
    void aCopyIsUsedAsLongAsItIsFreshEnoughAndSaysSo() {
        aggregates.refresh(organization, JAKARTA, BusinessHours.DEFAULT);
        assertThat(freshAsOf(NOW)).isEqualTo(NOW);
        assertThat(freshAsOf(NOW.plusSeconds(60))).isEqualTo(NOW);
        assertThat(freshAsOf(NOW.plusSeconds(61))).isEqualTo(NOW.plusSeconds(61));
        assertThat(freshAsOf(NOW.minusSeconds(1))).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void withTheOwnDatabaseAwayTheRoomsAreCounted() {
        HikariDataSource gone = OwnDatabase.migrated().pool();
        gone.close();
        Instant fresh = aggregates.reader(direct, gone).read(slice(NOW.plusSeconds(5)), Reading::freshAsOf);
        assertThat(fresh).isEqualTo(NOW.plusSeconds(5));
        assertThat(aggregates.counted("impact.aggregates.failures")).isOne();
    }

    @Test
    void theMedianOfVeryManyIsWithinOnePercentAndTheirCountIsExact() {
        Random random = new Random(20261121);
        List<Room> many = IntStream.range(0, 2 * Lengths.EXACT + 1)
                .mapToObj(room -> lasting(room, Math.round(600_000 * Math.exp(1.5 * random.nextGaussian()))))
                .toList();
        RoomsDatabase.shared().insert(many);
        // What the server does by itself before long; until then it plans for the few rooms that the other tests have.
        JdbcClient.create(RoomsDatabase.shared().owner()).sql("analyze rooms").update();
        aggregates.refreshAtOnce(organization, JAKARTA);
        OutcomeMinutes beforehand = aggregates.reader().read(slice(NOW), reading -> alone(reading.rooms()));
        OutcomeMinutes counted = direct.read(slice(NOW), reading -> alone(reading.rooms()));
        assertThat(beforehand.conversations()).isEqualTo(many.size());
        assertThat(beforehand.timed()).isEqualTo(counted.timed());
        double median = counted.medianMinutes().doubleValue();
        assertThat(beforehand.medianMinutes().doubleValue()).isCloseTo(median, Offset.offset(median / 100 + 0.1));
    }

    private OutcomeMinutes alone(Rooms rooms) {
        return rooms.journey(slice(NOW)).get(Outcome.AI_ALONE.ordinal());
    }

    private Room lasting(int room, long millis) {
        Instant closed = NOW.minus(Duration.ofDays(20)).plusSeconds(room * 30L);
        return new Room(
                UUID.randomUUID(),
                organization,
                null,
                "whatsapp",
                AGENT,
                null,
                closed.minusMillis(millis),
                closed,
                "RESOLVE_AI");
    }

    private Instant freshAsOf(Instant asOf) {
        return aggregates.reader(direct).read(slice(asOf), Reading::freshAsOf);
    }

    private Slice slice(Instant asOf) {
        LocalDate today = LocalDate.ofInstant(NOW, JAKARTA);
        Period period = new Period(today.minusDays(27), today, JAKARTA);
        return new Slice(organization, period, Filter.NONE, asOf, Duration.ofHours(48));
    }
}
