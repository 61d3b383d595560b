package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepartedTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(9_500_000);
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final long gone = ORGANIZATIONS.incrementAndGet();
    private final long present = ORGANIZATIONS.incrementAndGet();
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);

    @BeforeEach
    void fill() {
        for (long organization : List.of(gone, present)) {
            ChangingRooms rooms = new ChangingRooms(organization);
            for (int day = 0; day < 20; day++) {
                Instant close = NOW.minus(Duration.ofDays(3L * day));
                rooms.add(close, null, "whatsapp", null, 9L, close.minusSeconds(60), close, "RESOLVE");
            }
            aggregates.refresh(organization, JAKARTA, BusinessHours.DEFAULT);
        }
    }

    @Test
    void whatIsKeptOfAnOrganizationThatIsNoMoreGoesStepByStepAndNobodyElsesDoes() {
        assertThat(aggregates.departed().among(copiedBut(gone))).containsExactly(gone);
        assertThat(aggregates.departed().giveUp(gone)).isFalse();
        assertThat(rows("impact_room", gone)).isEqualTo(13);
        assertThat(AggregatesFixture.states().find(gone).orElseThrow().freshAsOf())
                .isNull();
        assertThat(aggregates.departed().giveUp(gone)).isFalse();
        assertThat(aggregates.departed().giveUp(gone)).isTrue();
        assertThat(aggregates.departed().among(copiedBut(gone))).isEmpty();
        assertThat(List.of(
                        rows("impact_room", gone),
                        rows("impact_day", gone),
                        rows("impact_day_length", gone),
                        rows("impact_month_length", gone),
                        rows("impact_mirror", gone)))
                .containsOnly(0L);
        assertThat(rows("impact_room", present)).isEqualTo(20);
        assertThat(rows("impact_month_length", present)).isPositive();
    }

    @Test
    void oneThatComesBackMeanwhileIsFilledFromTheFirstRoom() {
        aggregates.departed().giveUp(gone);
        aggregates.refresh(gone, JAKARTA, BusinessHours.DEFAULT);
        assertThat(rows("impact_room", gone)).isEqualTo(20);
        assertThat(AggregatesFixture.states().find(gone).orElseThrow())
                .extracting(MirrorState::freshAsOf, MirrorState::rooms)
                .containsExactly(NOW, 20L);
    }

    @Test
    void noOrganizationAtAllIsTakenForAMistake() {
        assertThat(aggregates.departed().among(List.of())).isEmpty();
    }

    private List<Long> copiedBut(long organization) {
        return aggregates
                .own()
                .sql("select organization_id from ai_agent_bff.impact_mirror where organization_id <> ?")
                .param(organization)
                .query(Long.class)
                .list();
    }

    private long rows(String table, long organization) {
        return aggregates
                .own()
                .sql("select count(*) from ai_agent_bff." + table + " where organization_id = ?")
                .param(organization)
                .query(Long.class)
                .single();
    }
}
