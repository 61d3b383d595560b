package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day that is settled in part: its hours before the turn, after it, and the one that it is in. */
@Timeout(60)
class HoursTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(9_100_000);
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");

    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final ChangingRooms rooms = new ChangingRooms(organization);

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Jakarta", "Asia/Kathmandu", "UTC"})
    void roomsAroundEveryTurnAreJudgedAsOneByOne(String zone) {
        Instant now = Instant.parse("2026-11-20T03:25:00Z");
        for (int window : List.of(24, 48, 72, 168)) {
            for (int minutes : List.of(-300, -61, -26, -25, -24, -1, 0, 1, 10, 34, 35, 36, 95, 400)) {
                closed(now.minus(Duration.ofHours(window)).plus(Duration.ofMinutes(minutes)));
            }
        }
        AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), now);
        aggregates.refresh(organization, ZoneId.of(zone), BusinessHours.DEFAULT);

        assertThat(days(aggregates, true)).isNotEmpty();
        ChangesTests.assertSame(aggregates, organization, ZoneId.of(zone), BusinessHours.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Jakarta", "America/Havana"})
    void hoursOfDaysThatHaveAgedAreForgotten(String zone) {
        Instant now = Instant.parse("2026-11-20T03:25:00Z");
        for (int days = 0; days < 12; days++) {
            closed(now.minus(Duration.ofDays(days)));
        }
        AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), now);
        aggregates.refresh(organization, ZoneId.of(zone), BusinessHours.DEFAULT);
        assertThat(days(aggregates, true)).hasSize(10);

        aggregates.pass(Duration.ofDays(4));
        aggregates.refresh(organization, ZoneId.of(zone), BusinessHours.DEFAULT);

        assertThat(days(aggregates, true)).hasSize(10);
        for (String table : List.of("impact_day_count", "impact_day_length", "impact_day_turn")) {
            assertThat(hours(aggregates, table)).as(table).isEqualTo(6);
        }
        ChangesTests.assertSame(aggregates, organization, ZoneId.of(zone), BusinessHours.DEFAULT);
    }

    private void closed(Instant close) {
        rooms.add(close, null, "whatsapp", AGENT, null, close.minusSeconds(90), close, "RESOLVE_AI");
        rooms.log(-1, -0.5, 0.7, close.hashCode() & 7);
    }

    private List<LocalDate> days(AggregatesFixture aggregates, boolean byHour) {
        return aggregates
                .own()
                .sql("select day from ai_agent_bff.impact_day where organization_id = ? and by_hour = ?")
                .params(organization, byHour)
                .query(LocalDate.class)
                .list();
    }

    private long hours(AggregatesFixture aggregates, String table) {
        return aggregates
                .own()
                .sql("select count(*) from ai_agent_bff." + table
                        + " where organization_id = ? and whole and hour is not null")
                .param(organization)
                .query(Long.class)
                .single();
    }
}
