package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More rooms than medians are taken of one by one, over a hundred days with two whole months among them. */
@Timeout(180)
class MonthsTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(9_300_000);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant NOW = Instant.parse("2026-11-20T03:25:00Z");
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");

    private static final String ROOMS =
            """
            insert into rooms
            select
              gen_random_uuid(), :organization, null, case when i % 3 = 0 then 'line' else 'whatsapp' end,
              cast(:agent as uuid), null, closed_at - make_interval(secs => i % 7919), closed_at,
              case when i % 9 = 0 then 'RESOLVE' else 'RESOLVE_AI' end, closed_at
            from generate_series(0, 13999) as i
            cross join lateral (select cast(:now as timestamptz) - make_interval(secs => 617 * i)) as t (closed_at)
            """;

    private static final String LOGS =
            """
            insert into ai_activity_logs (room_id, organization_id, turns)
            select id, organization_id, case when channel = 'line' then 2 else 3 + cast(random() * 6 as int) end
            from rooms
            where organization_id = :organization
            """;

    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final JdbcClient owner = JdbcClient.create(RoomsDatabase.shared().owner());
    private final AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), NOW);

    @BeforeEach
    void manyRooms() {
        owner.sql(ROOMS)
                .param("organization", organization)
                .param("agent", AGENT)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update();
        owner.sql(LOGS).param("organization", organization).update();
        // Where the database gathers them in its own time, it may take the one organization for an empty one meanwhile.
        owner.sql("analyze rooms").update();
        owner.sql("analyze ai_activity_logs").update();
        aggregates.refreshAtOnce(organization, JAKARTA);
        aggregates.own().sql("analyze ai_agent_bff.impact_room").update();
        aggregates.own().sql("analyze ai_agent_bff.impact_log").update();
    }

    @Test
    void monthsOfWhichEveryDayIsCountedAreAddedUp() {
        assertThat(months()).containsExactly(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1));
        assertAsTheRooms();
    }

    @Test
    void aDayThatIsCountedAgainIsInTheSumsAgain() {
        owner.sql("update rooms set closed_reason = 'RESOLVE', updated_at = :now"
                        + " where organization_id = :organization and closed_at between :from and :to")
                .param("organization", organization)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .param("from", Instant.parse("2026-10-07T20:00:00Z").atOffset(ZoneOffset.UTC))
                .param("to", Instant.parse("2026-10-09T05:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        aggregates.refreshAtOnce(organization, JAKARTA);

        assertThat(unsummed("2026-09-01", "2026-10-31")).isZero();
        assertAsTheRooms();
    }

    @Test
    void sumsAreOutOfUseWhileOneOfTheirDaysIsNotInThem() {
        List<OutcomeMinutes> right = journey(aggregates.reader(), Filter.NONE);
        own("update ai_agent_bff.impact_month_length set conversations = conversations + 1, timed = timed + 1");
        own("update ai_agent_bff.impact_month_turn set conversations = conversations + 1");
        assertThat(journey(aggregates.reader(), Filter.NONE)).isNotEqualTo(right);

        own("delete from ai_agent_bff.impact_day where day in (date '2026-09-01', date '2026-10-31')");
        assertAsTheRooms();

        aggregates.refreshAtOnce(organization, JAKARTA);
        assertThat(unsummed("2026-09-01", "2026-10-31")).isZero();
        assertThat(journey(aggregates.reader(), Filter.NONE)).isEqualTo(right);
    }

    @Test
    void monthsThatWereCountedBeforeThereWereSumsAreAddedUpNextTime() {
        List<OutcomeMinutes> right = journey(aggregates.reader(), Filter.NONE);
        own("update ai_agent_bff.impact_day set in_month = false");
        own("delete from ai_agent_bff.impact_month_length");
        own("delete from ai_agent_bff.impact_month_turn");
        assertThat(journey(aggregates.reader(), Filter.NONE)).isEqualTo(right);

        aggregates.refreshAtOnce(organization, JAKARTA);
        assertThat(months()).hasSize(2);
        assertThat(journey(aggregates.reader(), Filter.NONE)).isEqualTo(right);
    }

    private void assertAsTheRooms() {
        RoomsReader direct = RoomsFixture.reader(RoomsDatabase.shared());
        for (Filter filter : List.of(Filter.NONE, new Filter("line", null), new Filter("whatsapp", AGENT))) {
            List<OutcomeMinutes> exact = journey(direct, filter);
            List<OutcomeMinutes> beforehand = journey(aggregates.reader(), filter);
            assertThat(beforehand)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("medianMinutes")
                    .isEqualTo(exact);
            for (int place = 0; place < exact.size(); place++) {
                BigDecimal median = exact.get(place).medianMinutes();
                if (median != null) {
                    BigDecimal onePercent = median.movePointLeft(2).add(new BigDecimal("0.1"));
                    assertThat(beforehand.get(place).medianMinutes()).isCloseTo(median, within(onePercent));
                }
            }
            assertThat(turns(aggregates.reader(), filter)).isEqualTo(turns(direct, filter));
        }
    }

    private List<OutcomeMinutes> journey(RoomsReader reader, Filter filter) {
        Slice slice = slice(filter);
        return reader.read(slice, reading -> reading.rooms().journey(slice));
    }

    private Turns turns(RoomsReader reader, Filter filter) {
        Slice slice = slice(filter);
        return reader.read(slice, reading -> Turns.of(reading.rooms().turns(slice)));
    }

    private Slice slice(Filter filter) {
        LocalDate today = LocalDate.ofInstant(NOW, JAKARTA);
        Period period = new Period(today.minusDays(95), today.minusDays(1), JAKARTA);
        return new Slice(organization, period, filter, NOW, Duration.ofHours(48));
    }

    private List<LocalDate> months() {
        return aggregates
                .own()
                .sql(
                        "select distinct month from ai_agent_bff.impact_month_length where organization_id = ? order by month")
                .param(organization)
                .query(LocalDate.class)
                .list();
    }

    private long unsummed(String from, String to) {
        return aggregates
                .own()
                .sql("select cast(:to as date) - cast(:from as date) + 1 - count(*) filter (where in_month)"
                        + " from ai_agent_bff.impact_day where organization_id = :organization"
                        + " and day between cast(:from as date) and cast(:to as date)")
                .param("organization", organization)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    private void own(String statement) {
        String scoped = statement.contains(" where ") ? statement + " and" : statement + " where";
        aggregates
                .own()
                .sql(scoped + " organization_id = ?")
                .param(organization)
                .update();
    }
}
