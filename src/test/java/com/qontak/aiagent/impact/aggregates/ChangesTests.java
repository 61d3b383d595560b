package com.qontak.aiagent.impact.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Behind;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.rooms.Selection;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is done to the rooms, in whatever order: once refreshed, every figure counted beforehand equals the one
 * counted from the rooms themselves.
 */
class ChangesTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(5_000_000);
    private static final Instant START = Instant.parse("2026-11-04T12:30:00Z");
    private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final UUID OTHER_AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    private static final BusinessHours WITH_HOLIDAY =
            new BusinessHours(BusinessHours.DEFAULT.week(), new TreeSet<>(List.of(LocalDate.of(2026, 10, 28))), false);
    private static final int HOUR = 3600;

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Jakarta"),
            ZoneId.of("Europe/Amsterdam"),
            ZoneId.of("America/Havana"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"));

    /** What may be done to rooms, or to how they are counted. */
    enum Kind {
        ADD,
        CLOSE,
        REOPEN,
        REASON,
        CONTACT,
        CREATED,
        CLOSED,
        CHANNEL,
        AGENT,
        PERSON,
        LOG,
        DELETE,
        TIME_PASSES,
        ZONE,
        HOURS,
        REFRESH
    }

    /** One of them: which room, and with what. */
    record Change(Kind kind, int which, int hoursAgo, int seconds, boolean flag, @Nullable Long contact) {}

    @Property(tries = 20)
    void afterAnyChangesTheFiguresAreThoseOfTheRooms(@ForAll("changes") List<Change> changes) {
        long organization = ORGANIZATIONS.incrementAndGet();
        ChangingRooms rooms = new ChangingRooms(organization);
        AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), START);
        ZoneId zone = ZONES.get(0);
        BusinessHours hours = BusinessHours.DEFAULT;
        boolean unseen = false;
        for (Change change : changes) {
            aggregates.pass(Duration.ofSeconds(20));
            switch (change.kind()) {
                case ZONE -> zone = ZONES.get(Math.floorMod(change.which(), ZONES.size()));
                case HOURS -> hours = change.flag() ? WITH_HOLIDAY : BusinessHours.DEFAULT;
                case REFRESH -> aggregates.refresh(organization, zone, hours);
                case TIME_PASSES -> aggregates.pass(Duration.ofHours(change.hoursAgo() % 40));
                case DELETE -> {
                    rooms.delete(change.which());
                    unseen = true;
                }
                case LOG -> {
                    rooms.log(change.which(), -0.5, change.flag() ? 0.7 : 0.1, change.seconds() % 9);
                    unseen = true;
                }
                default -> apply(rooms, change, aggregates.now());
            }
        }
        aggregates.refresh(organization, zone, hours);
        if (unseen) {
            recountAll(aggregates, organization, zone, hours);
        }
        assertSame(aggregates, organization, zone, hours);
    }

    @Example
    void roomMaySayThatItWasCreatedLongAfterItsClose() {
        afterAnyChangesTheFiguresAreThoseOfTheRooms(List.of(
                new Change(Kind.ADD, 1, 23, 0, false, 3L),
                new Change(Kind.CLOSED, 0, 840, 0, false, null),
                // Summer time ended in between, and with it an hour of business.
                new Change(Kind.ZONE, 3, 0, 0, false, null)));
    }

    private static void recountAll(AggregatesFixture aggregates, long organization, ZoneId zone, BusinessHours hours) {
        aggregates.pass(Comparison.ROUND);
        aggregates.refresh(organization, zone, hours);
    }

    private static void apply(ChangingRooms rooms, Change change, Instant now) {
        Instant at = now.minusSeconds(change.hoursAgo() * (long) HOUR + change.seconds());
        switch (change.kind()) {
            case ADD ->
                rooms.add(
                        now,
                        change.contact(),
                        change.flag() ? "whatsapp" : "instagram",
                        change.which() % 4 == 0 ? null : AGENT,
                        change.which() % 5 == 0 ? 9L : null,
                        at.minusSeconds(change.seconds()),
                        change.which() % 6 == 0 ? null : at,
                        change.which() % 7 == 0 ? "RESOLVE" : "RESOLVE_AI");
            case CLOSE -> rooms.set(now, change.which(), "closed_at", now);
            case REOPEN -> rooms.set(now, change.which(), "closed_at", null);
            case REASON -> rooms.set(now, change.which(), "closed_reason", change.flag() ? "RESOLVE_AI" : "RESOLVE");
            case CONTACT -> rooms.set(now, change.which(), "contact_id", change.contact());
            case CREATED -> rooms.set(now, change.which(), "created_at", at);
            case CLOSED -> rooms.set(now, change.which(), "closed_at", at);
            case CHANNEL -> rooms.set(now, change.which(), "channel", change.flag() ? "whatsapp" : "line");
            case AGENT -> rooms.set(now, change.which(), "ai_agent_id", change.flag() ? OTHER_AGENT : null);
            case PERSON -> rooms.set(now, change.which(), "assign_channel_agent_id", change.flag() ? 9L : null);
            default -> throw new IllegalArgumentException("Not done to rooms: " + change);
        }
    }

    static void assertSame(AggregatesFixture aggregates, long organization, ZoneId zone, BusinessHours hours) {
        RoomsReader direct = RoomsFixture.reader(RoomsDatabase.shared());
        LocalDate today = LocalDate.ofInstant(aggregates.now(), zone);
        for (int days : new int[] {1, 9, 60}) {
            Period period = new Period(today.minusDays(days - 1L), today, zone);
            for (Filter filter : List.of(
                    Filter.NONE, new Filter("whatsapp", null), new Filter(null, AGENT), new Filter("line", AGENT))) {
                Slice slice = new Slice(organization, period, filter, aggregates.now(), Duration.ofHours(48));
                aggregates
                        .reader()
                        .read(
                                slice,
                                beforehand -> direct.read(slice, reading -> {
                                    assertSame(beforehand.rooms(), reading.rooms(), slice, hours);
                                    return reading;
                                }));
            }
        }
    }

    private static void assertSame(Rooms beforehand, Rooms direct, Slice slice, BusinessHours hours) {
        assertThat(beforehand.countsByDay(slice, hours)).isEqualTo(direct.countsByDay(slice, hours));
        assertThat(beforehand.reopenCurve(slice, ReopenPoint.WINDOWS))
                .isEqualTo(direct.reopenCurve(slice, ReopenPoint.WINDOWS));
        assertThat(beforehand.journey(slice)).isEqualTo(direct.journey(slice));
        assertThat(Sentiment.of(beforehand.sentiment(slice))).isEqualTo(Sentiment.of(direct.sentiment(slice)));
        assertThat(Turns.of(beforehand.turns(slice))).isEqualTo(Turns.of(direct.turns(slice)));
        assertThat(beforehand.firstAiRoom(slice.organizationId()))
                .isEqualTo(direct.firstAiRoom(slice.organizationId()));
        for (Selection selection : List.of(Selection.NET_CONTAINED, Selection.REOPENED, Selection.TURNS)) {
            Behind behind = new Behind(selection, null, false);
            assertThat(beforehand.conversations(slice, hours, behind, 100, 0))
                    .isEqualTo(direct.conversations(slice, hours, behind, 100, 0));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(Kind.ADD)),
                Tuple.of(12, Arbitraries.of(Kind.class)),
                Tuple.of(1, Arbitraries.just(Kind.REFRESH)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(0, 1, 5, 23, 24, 25, 47, 48, 49, 72, 168, 169, 400, 600, 719, 720, 840, 1440),
                        Arbitraries.of(0, 0, 1, 59, 600, 1800),
                        Arbitraries.of(true, false),
                        Arbitraries.of(1L, 1L, 2L, 3L).injectNull(0.15))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
