package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.aggregates.AggregatesFixture;
import com.qontak.aiagent.impact.assumptions.ImpactSettings;
import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Behind;
import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.RoomsBehind;
import com.qontak.aiagent.impact.rooms.Selection;
import com.qontak.aiagent.impact.testing.OwnZone;
import com.qontak.aiagent.impact.testing.Room;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.impact.trend.Week;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The figures out of SQL against a recount in memory, over rooms that crowd around every border there is: the second a
 * day ends, the second a room settles, the window of a comeback, and the night the clocks change.
 */
class RecountTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(1_000_000);
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final Instant AS_OF = Instant.parse("2026-11-04T12:30:00Z");
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 28);
    private static final int HOUR = 3600;

    /** What a room's time is counted from; its close is what meets the end of the period and of settling. */
    enum From {
        LAST_CLOSE,
        PERIOD_START,
        PERIOD_END,
        SETTLED_THROUGH
    }

    /** One room to be, relative to the one before it. */
    record Draft(
            From from,
            int secondsLater,
            @Nullable Long contact,
            boolean ai,
            boolean person,
            @Nullable String reason,
            int secondsOpen) {}

    @Property(tries = 120)
    void everyCountAndRateEqualsARecount(
            @ForAll("drafts") List<Draft> drafts,
            @ForAll("zones") ZoneId zone,
            @ForAll("firstDays") LocalDate from,
            @ForAll("lengths") int days) {
        long organization = ORGANIZATIONS.incrementAndGet();
        Period period = new Period(from, from.plusDays(days - 1L), zone);
        Slice slice = new Slice(organization, period, Filter.NONE, AS_OF, Duration.ofHours(48));
        List<Room> rooms = rooms(organization, drafts, period);
        RoomsDatabase.shared().insert(rooms);
        NaiveRecount naive = new NaiveRecount(rooms, slice, List.of(HOLIDAY));
        BusinessHours hours = new BusinessHours(BusinessHours.DEFAULT.week(), new TreeSet<>(List.of(HOLIDAY)), false);

        GivenAssumptions assumptions = GivenAssumptions.NONE.with(new ImpactSettings(hours, null));
        AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), AS_OF);
        aggregates.refresh(organization, zone, hours);

        assertRecounted(ReportFixture.service(RoomsDatabase.shared(), assumptions), naive, period);
        assertRecounted(ReportFixture.beforehand(aggregates, assumptions), naive, period);
    }

    private static void assertRecounted(ReportService reports, NaiveRecount naive, Period period) {
        reports.read(naive.slice(), figures -> {
            assertHero(figures.containment(), naive, room -> true);
            assertAfterHours(figures.afterHours(), naive);
            assertWaterfall(figures, naive);
            assertCurve(figures.reopenCurve(), naive);
            assertJourney(figures.journey(), naive);
            assertWeeks(Week.of(period, figures.days()), naive);
            assertRooms(figures, naive);
            return naive;
        });
    }

    private static void assertHero(Containment actual, NaiveRecount naive, Predicate<Room> among) {
        long handled = naive.count(among.and(naive::handled));
        long settled = naive.count(among.and(naive::handled).and(naive::settled));
        long net = naive.count(among.and(naive::netContained));
        long reopened = naive.count(among.and(naive::reopened));
        assertThat(actual.handled()).isEqualTo(handled);
        assertThat(actual.settled()).isEqualTo(settled);
        assertThat(actual.pending()).isEqualTo(handled - settled);
        assertThat(actual.netContained()).isEqualTo(net);
        assertThat(actual.reopened()).isEqualTo(reopened);
        assertThat(actual.aiResolved()).isEqualTo(net + reopened);
        assertRate(actual.netRate(), net, settled);
        assertRate(actual.grossRate(), net + reopened, settled);
        assertRate(actual.falseResolutionGap(), reopened, settled);
        assertRate(actual.reopenRate(), reopened, net + reopened);
        assertThat(actual.enoughData()).isEqualTo(settled >= 30);
    }

    private static void assertAfterHours(AfterHours actual, NaiveRecount naive) {
        assertHero(actual.figures(), naive, naive::afterHours);
        long late = naive.that(naive::netContained).filter(naive::afterHours).count();
        assertRate(actual.shareOfNetContained(), late, naive.count(naive::netContained));
    }

    private static void assertWaterfall(Figures figures, NaiveRecount naive) {
        Predicate<Room> settled = room -> naive.handled(room) && naive.settled(room);
        assertThat(figures.waterfall().stream().map(step -> step.conversations()))
                .containsExactly(
                        naive.count(settled),
                        naive.count(settled.and(room -> room.personId() != null)),
                        naive.count(settled.and(room -> room.personId() == null)
                                .and(room -> !"RESOLVE_AI".equals(room.closedReason()))),
                        naive.count(naive::reopened),
                        naive.count(naive::netContained));
    }

    private static void assertCurve(List<ReopenPoint> actual, NaiveRecount naive) {
        for (ReopenPoint point : actual) {
            Duration window = Duration.ofHours(point.hours());
            Predicate<Room> old =
                    room -> naive.handled(room) && !room.closedAt().isAfter(AS_OF.minus(window));
            long resolved = naive.count(old.and(naive::resolved));
            long back = naive.count(old.and(naive::resolved).and(room -> naive.cameBack(room, window)));
            assertThat(point.handled()).isEqualTo(naive.count(old));
            assertThat(point.aiResolved()).isEqualTo(resolved);
            assertThat(point.reopened()).isEqualTo(back);
            assertRate(point.reopenRate(), back, resolved);
            assertRate(point.netRate(), resolved - back, naive.count(old));
        }
    }

    private static void assertJourney(List<JourneyStep> actual, NaiveRecount naive) {
        long all = naive.count(naive::closedInPeriod);
        assertThat(actual.stream().mapToLong(JourneyStep::conversations).sum()).isEqualTo(all);
        for (JourneyStep step : actual) {
            Predicate<Room> which = naive::closedInPeriod;
            which = which.and(room -> is(step.outcome(), room, naive));
            assertThat(step.conversations()).isEqualTo(naive.count(which));
            assertRate(step.share(), naive.count(which), all);
            BigDecimal median = naive.medianMinutes(which);
            assertThat(step.medianMinutes()).isEqualTo(median);
        }
    }

    private static boolean is(Outcome outcome, Room room, NaiveRecount naive) {
        boolean ai = room.aiAgentId() != null;
        boolean person = room.personId() != null;
        return switch (outcome) {
            case AI_ALONE -> naive.netContained(room);
            case AI_ALONE_RETURNED -> naive.reopened(room);
            case AI_ALONE_SETTLING -> naive.resolved(room) && !naive.settled(room);
            case AI_THEN_HUMAN -> ai && person;
            case AI_UNRESOLVED -> ai && !person && !"RESOLVE_AI".equals(room.closedReason());
            case HUMAN_ONLY -> !ai && person;
            case OTHER -> !ai && !person;
        };
    }

    private static void assertWeeks(List<Week> weeks, NaiveRecount naive) {
        for (Week week : weeks) {
            Predicate<Room> inWeek = room -> {
                LocalDate day = LocalDate.ofInstant(
                        room.closedAt(), naive.slice().period().timeZone());
                return !day.isBefore(week.from()) && !day.isAfter(week.to());
            };
            long net = naive.that(naive::netContained).filter(inWeek).count();
            long settled = naive.that(naive::handled)
                    .filter(naive::settled)
                    .filter(inWeek)
                    .count();
            assertThat(week.netContained()).isEqualTo(net);
            assertRate(week.netRate(), net, settled);
        }
        assertThat(weeks.stream().mapToLong(Week::handled).sum()).isEqualTo(naive.count(naive::handled));
    }

    private static void assertRooms(Figures figures, NaiveRecount naive) {
        for (Outcome outcome : Outcome.values()) {
            Behind behind = new Behind(Selection.ofCode(outcome.code()).orElseThrow(), null, false);
            List<UUID> expected = naive.that(naive::closedInPeriod)
                    .filter(room -> is(outcome, room, naive))
                    .sorted(Comparator.comparing(Room::closedAt, order(outcome))
                            .thenComparing(room -> room.id().toString()))
                    .map(Room::id)
                    .toList();
            assertThat(figures.conversations(behind, 100, 0)).contains(new RoomsBehind(expected.size(), expected));
        }
        long late = naive.that(naive::netContained).filter(naive::afterHours).count();
        assertThat(total(figures, true)).isEqualTo(late);
        assertThat(total(figures, false)).isEqualTo(naive.count(naive::netContained) - late);
    }

    private static Comparator<Instant> order(Outcome outcome) {
        return outcome == Outcome.AI_ALONE_SETTLING ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static long total(Figures figures, boolean afterHours) {
        return figures.conversations(new Behind(Selection.NET_CONTAINED, afterHours, false), 1, 0)
                .orElseThrow()
                .total();
    }

    private static void assertRate(@Nullable BigDecimal actual, long part, long whole) {
        assertThat(actual).isEqualTo(NaiveRecount.rate(part, whole));
    }

    private static List<Room> rooms(long organization, List<Draft> drafts, Period period) {
        List<Room> rooms = new ArrayList<>();
        Instant lastClose = period.start();
        for (Draft draft : drafts) {
            Instant start =
                    switch (draft.from()) {
                        case LAST_CLOSE -> lastClose;
                        case PERIOD_START -> period.start();
                        case PERIOD_END -> period.end().minusSeconds(draft.secondsOpen());
                        case SETTLED_THROUGH ->
                            AS_OF.minus(Duration.ofHours(48)).minusSeconds(draft.secondsOpen());
                    };
            int later = draft.from() == From.LAST_CLOSE ? draft.secondsLater() : draft.secondsLater() % HOUR;
            Instant created = start.plusSeconds(later);
            Instant closed = draft.secondsOpen() < 0 ? null : created.plusSeconds(draft.secondsOpen());
            rooms.add(new Room(
                    UUID.randomUUID(),
                    organization,
                    draft.contact(),
                    "whatsapp",
                    draft.ai() ? AGENT : null,
                    draft.person() ? 9L : null,
                    created,
                    closed,
                    closed == null ? null : draft.reason()));
            lastClose = closed == null ? created : closed;
        }
        return rooms;
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        Arbitrary<Integer> jumps = Combinators.combine(
                        Arbitraries.of(0, 0, HOUR, 5 * HOUR, 17 * HOUR, 24 * HOUR, 48 * HOUR, 72 * HOUR, 168 * HOUR),
                        Arbitraries.of(-1, 0, 0, 1, 1799))
                .as(Integer::sum);
        Arbitrary<Integer> open = Arbitraries.of(-1, 0, 1, 59, 600, 601, HOUR, 24 * HOUR - 1, 24 * HOUR, 60 * HOUR);
        return Combinators.combine(
                        Arbitraries.of(From.class),
                        jumps,
                        Arbitraries.of(1L, 1L, 2L, 3L).injectNull(0.2),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false, false, false),
                        Arbitraries.of("RESOLVE_AI", "RESOLVE_AI", "RESOLVE_AI", "RESOLVE", "SPAM")
                                .injectNull(0.1),
                        open)
                .as(Draft::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        Arbitrary<ZoneId> known = Arbitraries.of(
                        "Asia/Jakarta",
                        "Europe/Amsterdam",
                        "America/New_York",
                        "America/Havana",
                        "Asia/Kathmandu",
                        "Pacific/Kiritimati",
                        "UTC",
                        "+05:30",
                        "Africa/Casablanca",
                        "Etc/GMT+3")
                .map(ZoneId::of);
        return Arbitraries.oneOf(known, Arbitraries.of(OwnZone.zone()));
    }

    @Provide
    Arbitrary<LocalDate> firstDays() {
        return Arbitraries.integers().between(0, 18).map(LocalDate.of(2026, 10, 17)::plusDays);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 2, 7, 8, 16);
    }
}
