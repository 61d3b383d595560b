package com.qontak.aiagent.localrun.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoDataTests {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private static JdbcClient demo;

    @BeforeAll
    static void load() throws SQLException {
        demo = loadedAt(NOW);
    }

    @Test
    void twoOrganizationsOfFourHaveRooms() {
        assertThat(count("select count(*) from organizations")).isEqualTo(4);
        assertThat(rooms(1)).isBetween(24_000L, 30_000L);
        assertThat(rooms(2)).isBetween(7_000L, 10_000L);
        assertThat(count("select count(*) from rooms where organization_id > 2"))
                .isZero();
    }

    @Test
    void settingsNameEngineAndTimeZone() {
        List<String> settings = demo.sql(
                        """
                        select concat_ws(' ', id, plan, settings ->> 'ai_agent_engine_version', settings ->> 'time_zone')
                        from organizations
                        order by id
                        """)
                .query(String.class)
                .list();

        assertThat(settings)
                .containsExactly(
                        "1 plus 2 Asia/Jakarta",
                        "2 360 2 Asia/Makassar",
                        "3 starter 2 Asia/Jakarta",
                        "4 ultimate 1 Asia/Jakarta");
    }

    @Test
    void theSameInstantGivesTheSameRows() throws SQLException {
        JdbcClient again = loadedAt(NOW);

        for (String relation : List.of("organizations", "rooms", "ai_activity_logs")) {
            assertThat(checksum(again, relation)).as(relation).isEqualTo(checksum(demo, relation));
        }
    }

    @Test
    void anotherInstantGivesOtherRows() throws SQLException {
        JdbcClient later = loadedAt(NOW.plusSeconds(3_600));

        assertThat(checksum(later, "rooms")).isNotEqualTo(checksum(demo, "rooms"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyDayOfTheHistoryHasRooms(long organization) {
        assertThat(count("select count(distinct " + LOCAL_DAY + ") from " + ROOMS, organization))
                .isEqualTo(RoomStream.HISTORY_DAYS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nightsAreQuietAndNotEmpty(long organization) {
        assertThat(share("extract(hour from " + LOCAL + ") not between 6 and 21", "true", organization))
                .isBetween(0.08, 0.15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void weekendDaysAreQuieterThanWeekdays(long organization) {
        // Two days of seven would be 0.286 of the rooms.
        assertThat(share("extract(isodow from " + LOCAL + ") > 5", "true", organization))
                .isBetween(0.15, 0.24);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theAiBeginsThirtyDaysAfterTheFirstRoom(long organization) {
        assertThat(count(
                        "select (min(" + LOCAL_DAY + ") filter (where ai_agent_id is not null)) - min(" + LOCAL_DAY
                                + ") from " + ROOMS,
                        organization))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void someCustomersComeBackSoonAfterTheAiClosed(long organization) {
        assertThat(share("comes_back", "ai_resolved and closed_at <= :now - interval '48 hours'", organization))
                .isBetween(0.05, 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theAiLearns(long organization) {
        String inItsFirstMonth = "created_at < :now - interval '180 days'";
        String lately = "created_at > :now - interval '30 days'";

        double before = share(NET_CONTAINED, "ai_agent_id is not null and " + inItsFirstMonth, organization);
        double now = share(NET_CONTAINED, "ai_agent_id is not null and " + lately, organization);

        assertThat(now - before).isBetween(0.07, 0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyKindOfRoomOccurs(long organization) {
        List<String> kinds = List.of(
                "ai_resolved",
                "ai_agent_id is not null and assign_channel_agent_id is not null and closed_reason = 'RESOLVE'",
                "ai_agent_id is not null and assign_channel_agent_id is not null and closed_reason = 'RESOLVE_AI'",
                "ai_agent_id is not null and assign_channel_agent_id is null and closed_reason = 'RESOLVE'",
                "ai_agent_id is null and assign_channel_agent_id is not null",
                "ai_agent_id is null and assign_channel_agent_id is null",
                "closed_at is null",
                "contact_id is null",
                "updated_at > closed_at",
                "channel = 'instagram'");

        for (String kind : kinds) {
            assertThat(share(kind, "true", organization)).as(kind).isGreaterThan(0);
        }
    }

    @Test
    void nothingHappensAfterNowOrOutOfOrder() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from rooms
                                where greatest(created_at, closed_at, updated_at) > :now
                                  or closed_at < created_at
                                  or updated_at < coalesce(closed_at, created_at)
                                  or (closed_at is null) <> (closed_reason is null)
                                """))
                .isZero();
    }

    @Test
    void mostConversationsOfTheAiAreReportedAndNoneTwice() {
        Map<String, Object> logs = demo.sql(
                        """
                        select count(*) as reported, count(distinct room_id) as rooms, count(turns) as turns,
                          count(csat) as csat, count(distinct topic) as topics
                        from ai_activity_logs join rooms on id = room_id
                          and rooms.organization_id = ai_activity_logs.organization_id
                          and rooms.ai_agent_id = ai_activity_logs.ai_agent_id
                        """)
                .query()
                .singleRow();
        long handled = count("select count(*) from rooms where ai_agent_id is not null");

        assertThat((double) (long) logs.get("reported") / handled).isBetween(0.87, 0.93);
        assertThat(logs.get("rooms")).isEqualTo(logs.get("reported"));
        assertThat((long) logs.get("turns")).isLessThan((long) logs.get("reported"));
        assertThat((long) logs.get("csat")).isBetween(1_000L, (long) logs.get("reported") / 4);
        assertThat(logs.get("topics")).isEqualTo((long) Topic.ALL.size());
    }

    @Test
    void everyReportedFigureIsInItsRange() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from ai_activity_logs
                                where greatest(abs(sentiment_start), abs(sentiment_end), confidence) > 1
                                  or least(confidence, cost_idr) < 0
                                  or csat not between 1 and 5
                                  or answer_scope not in ('answered', 'in_scope_unanswered', 'out_of_scope')
                                  or actions_succeeded not between 0 and actions_attempted
                                  or ended_at < started_at
                                  or turns < 1
                                """))
                .isZero();
    }

    private static final String LOCAL = "created_at at time zone time_zone";
    private static final String LOCAL_DAY = "(" + LOCAL + ")::date";
    private static final String NET_CONTAINED = "ai_resolved and not comes_back";

    /** The rooms of one organization, each with its zone and what became of it. */
    private static final String ROOMS =
            """
            (
              select rooms.*, settings ->> 'time_zone' as time_zone,
                ai_agent_id is not null and closed_reason = 'RESOLVE_AI' and assign_channel_agent_id is null
                  as ai_resolved,
                exists (
                  select from rooms other
                  where other.organization_id = rooms.organization_id
                    and other.contact_id = rooms.contact_id
                    and other.id <> rooms.id
                    and other.created_at > rooms.closed_at
                    and other.created_at <= rooms.closed_at + interval '48 hours'
                ) as comes_back
              from rooms join organizations on organizations.id = organization_id
              where organization_id = :organization
            ) history
            """;

    private static double share(String condition, String among, long organization) {
        return demo.sql("select avg((coalesce(" + condition + ", false))::int) from " + ROOMS + " where " + among)
                .param("organization", organization)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .query(Double.class)
                .single();
    }

    private static long rooms(long organization) {
        return count("select count(*) from " + ROOMS, organization);
    }

    private static long count(String sql) {
        return count(sql, 0);
    }

    private static long count(String sql, long organization) {
        return demo.sql(sql)
                .param("organization", organization)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String checksum(JdbcClient database, String relation) {
        return database.sql("select md5(string_agg(row::text, ';' order by row::text)) from " + relation + " row")
                .query(String.class)
                .single();
    }

    private static JdbcClient loadedAt(Instant instant) throws SQLException {
        FreshDatabase database = TestDatabase.shared().freshDatabase();
        ChatbotSchema.create(database.dataSource(), "reader");
        DemoData.load(database.dataSource(), Clock.fixed(instant, ZoneOffset.UTC));
        return JdbcClient.create(database.dataSource());
    }
}
