package com.qontak.aiagent.impact.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.testing.Room;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActivityLogsTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(2_000_000);
    private static final Instant CLOSED = Instant.parse("2026-10-05T03:00:00Z");

    private final RoomsDatabase database = RoomsDatabase.shared();
    private final Rooms rooms = RoomsFixture.rooms(database);
    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final Slice october = new Slice(
            organization,
            new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneId.of("Asia/Jakarta")),
            Filter.NONE,
            Instant.parse("2026-11-20T03:00:00Z"),
            Duration.ofHours(48));

    @ParameterizedTest
    @ValueSource(strings = {"no_such_relation", "no_such_schema.logs", "organizations"})
    void withoutTheRelationOrItsColumnsNothingElseSuffers(String logs) {
        room("RESOLVE_AI");
        Rooms without = RoomsFixture.rooms(database, logs);
        assertThat(Sentiment.of(without.sentiment(october)))
                .isEqualTo(new Sentiment(false, "no_activity_logs", null, null));
        assertThat(Turns.of(without.turns(october))).isEqualTo(new Turns(false, "no_activity_logs", null, null, null));
        assertThat(without.journey(october).get(0).conversations()).isOne();
    }

    @Test
    void nothingLoggedIsSaidAsSuch() {
        UUID room = room("RESOLVE_AI");
        log(room, organization, null, "0.5", null);
        assertThat(Sentiment.of(rooms.sentiment(october)).reason()).isEqualTo("nothing_logged");
        assertThat(Turns.of(rooms.turns(october)).reason()).isEqualTo("nothing_logged");
    }

    @Test
    void sentimentIsTheMeanChangeOfAllConversationsWithTheAi() {
        log(room("RESOLVE_AI"), organization, "-0.5", "0.5", null);
        log(room("RESOLVE"), organization, "0", "-0.3333", null);
        log(room("RESOLVE"), organization, "0.1", null, null);
        Sentiment sentiment = Sentiment.of(rooms.sentiment(october));
        // (1 - 0.3333) / 2 = 0.33335
        assertThat(sentiment.meanChange()).isEqualByComparingTo("0.3334");
        assertThat(sentiment.conversations()).isEqualTo(2);
    }

    @Test
    void turnsAreThoseOfTheConversationsThatHeld() {
        for (int turns : new int[] {2, 4, 5, 9}) {
            log(room("RESOLVE_AI"), organization, null, null, turns);
        }
        log(room("RESOLVE"), organization, null, null, 100);
        Turns turns = Turns.of(rooms.turns(october));
        assertThat(turns.median()).isEqualByComparingTo("4.5");
        // nine tenths of the way along three steps: 5 + 0.7 x (9 - 5)
        assertThat(turns.p90()).isEqualByComparingTo("7.8");
        assertThat(turns.conversations()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1.01", "-2"})
    void aRowOfNonsenseIsPassedOver(String nonsense) {
        log(room("RESOLVE_AI"), organization, "0", "0.5", 3);
        UUID broken = room("RESOLVE_AI");
        owner("insert into ai_activity_logs (room_id, organization_id, sentiment_start, sentiment_end, turns) values ('"
                + broken + "', " + organization + ", 0, '" + nonsense + "', -1)");
        Sentiment sentiment = Sentiment.of(rooms.sentiment(october));
        assertThat(sentiment.meanChange()).isEqualByComparingTo("0.5");
        assertThat(sentiment.conversations()).isOne();
        assertThat(Turns.of(rooms.turns(october)).conversations()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "closed_logs, numeric, int, false",
        "textual_logs, text, text, true",
        "logical_logs, boolean, boolean, true",
        "dated_logs, timestamptz, date, true"
    })
    void logsThatCannotBeReadSpoilNothingElse(String relation, String sentiment, String turns, boolean open) {
        room("RESOLVE_AI");
        owner("create table if not exists " + relation + " (room_id uuid, organization_id bigint, sentiment_start "
                + sentiment + ", sentiment_end " + sentiment + ", turns " + turns + ")");
        if (open) {
            owner("grant select on " + relation + " to public");
        }
        Rooms unreadable = RoomsFixture.rooms(database, relation);
        new Snapshot(database.dataSource(), Duration.ofSeconds(60)).read(() -> {
            assertThat(Sentiment.of(unreadable.sentiment(october)).reason()).isEqualTo("no_activity_logs");
            assertThat(Turns.of(unreadable.turns(october)).reason()).isEqualTo("no_activity_logs");
            assertThat(unreadable.journey(october).get(0).conversations()).isOne();
            return unreadable;
        });
    }

    @Test
    void theConversationsBehindAFigureAreThoseItIsMeasuredOn() {
        UUID moody = room("RESOLVE");
        log(moody, organization, "0", "0.5", null);
        UUID counted = room("RESOLVE_AI");
        log(counted, organization, null, "1", 4);
        UUID both = room("RESOLVE_AI");
        log(both, organization, "-1", "1", 7);
        log(room("RESOLVE_AI"), organization, "0", "2", -1);
        log(room("RESOLVE_AI"), organization + 500_000, "0", "1", 3);
        assertThat(behind(rooms, Selection.SENTIMENT).orElseThrow().ids()).containsExactlyInAnyOrder(moody, both);
        assertThat(behind(rooms, Selection.TURNS).orElseThrow().ids()).containsExactlyInAnyOrder(counted, both);
        assertThat(behind(rooms, Selection.SENTIMENT).orElseThrow().total())
                .isEqualTo(rooms.sentiment(october).orElseThrow().conversations());
        assertThat(behind(rooms, Selection.TURNS).orElseThrow().total())
                .isEqualTo(rooms.turns(october).orElseThrow().conversations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_such_relation", "organizations"})
    void whatTheLogsShouldTellCannotBeListedWithoutThem(String logs) {
        room("RESOLVE_AI");
        Rooms without = RoomsFixture.rooms(database, logs);
        assertThat(behind(without, Selection.SENTIMENT)).isEmpty();
        assertThat(behind(without, Selection.TURNS)).isEmpty();
        assertThat(behind(without, Selection.NET_CONTAINED).orElseThrow().total())
                .isOne();
    }

    @Test
    void anotherOrganizationsLogsAreNotRead() {
        log(room("RESOLVE_AI"), organization + 500_000, "0", "1", 3);
        assertThat(Sentiment.of(rooms.sentiment(october)).available()).isFalse();
        assertThat(Turns.of(rooms.turns(october)).available()).isFalse();
    }

    private Optional<RoomsBehind> behind(Rooms among, Selection selection) {
        return among.conversations(october, BusinessHours.DEFAULT, new Behind(selection, null, false), 100, 0);
    }

    private void owner(String statement) {
        JdbcClient.create(database.owner()).sql(statement).update();
    }

    private UUID room(String reason) {
        UUID id = UUID.randomUUID();
        database.insert(List.of(new Room(
                id, organization, null, "whatsapp", UUID.randomUUID(), null, CLOSED.minusSeconds(60), CLOSED, reason)));
        return id;
    }

    private void log(UUID room, long owner, @Nullable String start, @Nullable String end, @Nullable Integer turns) {
        JdbcClient.create(database.owner())
                .sql("insert into ai_activity_logs (room_id, organization_id, sentiment_start, sentiment_end, turns)"
                        + " values (?, ?, ?, ?, ?)")
                .params(room, owner, number(start), number(end), turns)
                .update();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
