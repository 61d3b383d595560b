package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.assumptions.ImpactSettings;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rates.Verdict;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.testing.OwnZone;
import com.qontak.aiagent.impact.testing.Room;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizations about which little or nothing is known, or that are asked about at an odd time. */
class EdgeOfTimeTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(3_000_000);
    private static final Instant AS_OF = Instant.parse("2026-11-20T03:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final long organization = ORGANIZATIONS.incrementAndGet();

    @Test
    void anOrganizationWithoutRoomsHasNoRatesAndNoBeginning() {
        Report report = report(november(), GivenAssumptions.NONE);
        assertThat(report.containment().handled()).isZero();
        assertThat(report.containment().netRate()).isNull();
        assertThat(report.trend().available()).isFalse();
        assertThat(report.trend().reason()).isEqualTo("no_ai_conversations");
        assertThat(report.trend().baseline()).isNull();
        assertThat(report.trend().weeks()).hasSize(4);
        assertThat(report.forecast().available()).isFalse();
        assertThat(report.workAbsorbed().hours()).isZero();
        assertThat(report.story().notes()).anyMatch(note -> note.contains("has not taken part"));
    }

    @Test
    void oneRoomIsAnAnswerButNotEnough() {
        room(AS_OF.minus(Duration.ofDays(5)));
        Report report = report(november(), GivenAssumptions.NONE);
        assertThat(report.containment().netRate()).isEqualByComparingTo("1");
        assertThat(report.containment().enoughData()).isFalse();
        assertThat(report.trend().verdictVsBaseline()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(report.story().headline()).contains("1 conversation alone", "too few");
    }

    @Test
    void whereAllIsPendingNothingIsClaimed() {
        room(AS_OF.minus(Duration.ofHours(20)));
        Report report = report(november(), GivenAssumptions.NONE);
        assertThat(report.containment().pending()).isOne();
        assertThat(report.containment().netRate()).isNull();
        assertThat(report.containment().netRateInterval()).isNull();
        assertThat(report.trend().deltaVsPrevious()).isNull();
        assertThat(report.story().headline()).contains("too early");
    }

    @Test
    void aBeginningInTheFutureLeavesNothingToCompareWith() {
        room(AS_OF.minus(Duration.ofDays(5)));
        Report report = report(november(), beginning(LocalDate.of(2027, 1, 1)));
        assertThat(report.trend().onboardingDate()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(report.trend().baseline().handled()).isZero();
        assertThat(report.trend().deltaVsBaseline()).isNull();
        assertThat(report.forecast().available()).isFalse();
        assertThat(report.story().notes()).anyMatch(note -> note.contains("set to begin on 1 January 2027"));
    }

    @Test
    void aPeriodBeforeTheBeginningIsEmptyAndSaysSo() {
        room(AS_OF.minus(Duration.ofDays(40)));
        Period september = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), JAKARTA);
        Report report = report(september, GivenAssumptions.NONE);
        assertThat(report.containment().handled()).isZero();
        assertThat(report.trend().onboardingDate()).isEqualTo(LocalDate.of(2026, 10, 11));
        assertThat(report.forecast().available()).isFalse();
        assertThat(report.story().notes()).anyMatch(note -> note.contains("lies before the AI began"));
    }

    @Test
    void aBeginningSetByAnAdminMovesTheBaseline() {
        room(AS_OF.minus(Duration.ofDays(100)));
        room(AS_OF.minus(Duration.ofDays(10)));
        Report byRooms = report(november(), GivenAssumptions.NONE);
        Report bySetting = report(november(), beginning(LocalDate.of(2026, 11, 1)));
        assertThat(byRooms.trend().onboardingDate()).isEqualTo(LocalDate.of(2026, 8, 12));
        assertThat(byRooms.trend().baseline().handled()).isOne();
        assertThat(bySetting.trend().onboardingDate()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(bySetting.trend().deltaVsBaseline()).isZero();
    }

    @Test
    void theForecastGoesByWholeSettledWeeksFromTheBeginningOn() {
        for (int day = 2; day < 90; day++) {
            room(AS_OF.minus(Duration.ofDays(day)));
        }
        Report report = report(november(), GivenAssumptions.NONE);
        // The first room is of Sunday 23 August, so the first whole week begins on the 24th; the last ends 15 November.
        assertThat(report.forecast().weeks()).isEqualTo(12);
        assertThat(report.forecast().from()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(report.forecast().to()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(report.forecast().netContained().point()).isEqualByComparingTo("19");
    }

    @Test
    void roomsThatClosedBeforeTheyBeganSuggestNoMinutes() {
        Instant closed = AS_OF.minus(Duration.ofDays(5));
        for (int i = 0; i < 31; i++) {
            person(closed.plusSeconds(1800), closed);
        }
        Report backwards = report(november(), GivenAssumptions.NONE);
        assertThat(backwards.workAbsorbed().suggestedMinutes()).isNull();
        assertThat(backwards.journey()).anySatisfy(step -> {
            assertThat(step.conversations()).isEqualTo(31);
            assertThat(step.medianMinutes()).isNull();
        });
        for (int i = 0; i < 30; i++) {
            person(closed.minusSeconds(240), closed);
        }
        assertThat(report(november(), GivenAssumptions.NONE).workAbsorbed().suggestedMinutes())
                .isEqualByComparingTo("4");
    }

    @Test
    void aRoomCreatedInfinitelyLongAgoIsCountedAndBeginsNothing() {
        room(AS_OF.minus(Duration.ofDays(5)));
        room(AS_OF.minus(Duration.ofDays(6)));
        JdbcClient.create(RoomsDatabase.shared().owner())
                .sql("update rooms set created_at = '-infinity' where organization_id = ? and closed_at = ?")
                .params(organization, AS_OF.minus(Duration.ofDays(6)).atOffset(ZoneOffset.UTC))
                .update();
        Report report = report(november(), GivenAssumptions.NONE);
        assertThat(report.containment().handled()).isEqualTo(2);
        assertThat(report.trend().onboardingDate()).isEqualTo(LocalDate.of(2026, 11, 15));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void theWeeksAndTheDaysAreThoseOfThePeriodWhateverTheDatabaseTakesForTheLocalTime(ZoneId zone) {
        Period days = new Period(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8), zone);
        room(days.start());
        room(days.end().minusSeconds(1));
        room(days.end());
        Report report = report(days, GivenAssumptions.NONE);
        assertThat(report.containment().handled()).isEqualTo(2);
        assertThat(report.trend().weeks()).singleElement().satisfies(week -> assertThat(week.handled())
                .isEqualTo(2));
    }

    private static Stream<ZoneId> clocks() {
        return Stream.of(OwnZone.zone(), ZoneId.of("Africa/Casablanca"), ZoneId.of("-02:30"));
    }

    @Test
    void whatIsOverIsNotForetold() {
        for (int day = 2; day < 90; day++) {
            room(AS_OF.minus(Duration.ofDays(day)));
        }
        Period past = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 18), JAKARTA);
        Report report = report(past, GivenAssumptions.NONE);
        assertThat(report.forecast().reason()).isEqualTo("period_over");
        assertThat(report.story().sentences()).noneMatch(sentence -> sentence.contains("expect"));
    }

    private Report report(Period period, GivenAssumptions assumptions) {
        Slice slice = new Slice(organization, period, Filter.NONE, AS_OF, Duration.ofHours(48));
        return ReportFixture.service(RoomsDatabase.shared(), assumptions)
                .report(slice, EnumSet.allOf(Block.class), Language.ENGLISH);
    }

    private static Period november() {
        return new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 19), JAKARTA);
    }

    private static GivenAssumptions beginning(LocalDate date) {
        return GivenAssumptions.NONE.with(new ImpactSettings(BusinessHours.DEFAULT, date));
    }

    private void person(Instant created, Instant closed) {
        RoomsDatabase.shared()
                .insert(List.of(new Room(
                        UUID.randomUUID(), organization, null, "whatsapp", null, 9L, created, closed, "RESOLVE")));
    }

    private void room(Instant closed) {
        RoomsDatabase.shared()
                .insert(List.of(new Room(
                        UUID.randomUUID(),
                        organization,
                        null,
                        "whatsapp",
                        UUID.randomUUID(),
                        null,
                        closed.minusSeconds(600),
                        closed,
                        "RESOLVE_AI")));
    }
}
