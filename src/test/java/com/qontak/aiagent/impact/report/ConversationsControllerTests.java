package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

class ConversationsControllerTests {

    private static final String OCTOBER = "/impact/conversations?from=2026-10-01&to=2026-10-31";

    private final MockMvc http = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-11-20T03:00:00Z"));

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @ParameterizedTest
    @CsvSource({
        "closed, 25",
        "handled, 22",
        "settled, 22",
        "pending, 0",
        "ai_resolved, 18",
        "person_attached, 2",
        "not_resolved_by_ai, 2",
        "reopened, 5",
        "net_contained, 13",
        "ai_alone, 13",
        "ai_alone_returned, 5",
        "ai_alone_settling, 0",
        "ai_then_human, 2",
        "ai_unresolved, 2",
        "human_only, 2",
        "other, 1"
    })
    void everyNumberHasThatManyRooms(String outcome, int rooms) throws Exception {
        http.perform(get(OCTOBER + "&per_page=100&outcome=" + outcome))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.meta.total").value(rooms))
                .andExpect(jsonPath("$.data.length()").value(rooms));
    }

    @Test
    void thePointsOfTheReopenCurveHaveTheirRooms() throws Exception {
        http.perform(get(OCTOBER + "&outcome=reopened&window_hours=24"))
                .andExpect(jsonPath("$.meta.total").value(3));
        http.perform(get(OCTOBER + "&outcome=reopened&window_hours=72"))
                .andExpect(jsonPath("$.meta.total").value(6));
    }

    @Test
    void everyStepOfTheWaterfallLinksToAsManyRooms() throws Exception {
        String waterfall = http.perform(get("/impact/waterfall?from=2026-10-01&to=2026-10-31&channel=whatsapp"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (int step = 0; step < 5; step++) {
            Integer rooms = JsonPath.read(waterfall, "$.waterfall[" + step + "].conversations");
            String link = JsonPath.read(waterfall, "$.waterfall[" + step + "].link");
            http.perform(get(link)).andExpect(jsonPath("$.meta.total").value(rooms));
        }
    }

    @Test
    void whatTheLogsShouldTellSaysThatTheyAreNotThere() throws Exception {
        MockMvc without = ReportFixture.withoutLogs(RoomsDatabase.shared(), 101, Instant.parse("2026-11-20T03:00:00Z"));
        without.perform(get(OCTOBER + "&outcome=turns"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.available").value(false))
                .andExpect(jsonPath("$.reason").value("no_activity_logs"))
                .andExpect(jsonPath("$.meta").doesNotExist())
                .andExpect(jsonPath("$.data").doesNotExist());
        without.perform(get(OCTOBER + "&outcome=net_contained"))
                .andExpect(jsonPath("$.available").value(true))
                .andExpect(jsonPath("$.meta.total").value(13));
    }

    @Test
    void theNightHasItsRooms() throws Exception {
        http.perform(get(OCTOBER + "&outcome=net_contained&after_hours=true"))
                .andExpect(jsonPath("$.meta.total").value(4));
    }

    @Test
    void theDayHasTheOthers() throws Exception {
        http.perform(get(OCTOBER + "&outcome=net_contained&after_hours=false"))
                .andExpect(jsonPath("$.meta.total").value(9));
    }

    @ParameterizedTest
    @CsvSource({"24, 0", "48, 1", "72, 2", "168, 3"})
    void everyPointOfTheCurveHasTheRoomsItCounts(int hours, int point) throws Exception {
        MockMvc early = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-10-20T03:00:00Z"));
        String dates = "?from=2026-10-01&to=2026-10-20";
        String curve = early.perform(get("/impact/reopen_curve" + dates))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (String figure : new String[] {"handled", "ai_resolved", "reopened"}) {
            Integer rooms = JsonPath.read(curve, "$.reopen_curve[" + point + "]." + figure);
            early.perform(get("/impact/conversations" + dates + "&outcome=" + figure + "&window_hours=" + hours))
                    .andExpect(jsonPath("$.meta.total").value(rooms));
        }
    }

    @Test
    void aWindowLeavesThePendingWhatItMakesPending() throws Exception {
        MockMvc early = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-10-20T03:00:00Z"));
        String calls = "/impact/conversations?from=2026-10-01&to=2026-10-20&window_hours=720&outcome=";
        early.perform(get(calls + "handled")).andExpect(jsonPath("$.meta.total").value(0));
        early.perform(get(calls + "pending")).andExpect(jsonPath("$.data").isNotEmpty());
    }

    @Test
    void everyAnswerSaysWhatItIsAbout() throws Exception {
        http.perform(get(OCTOBER + "&outcome=handled&window_hours=24"))
                .andExpect(jsonPath("$.period.from").value("2026-10-01"))
                .andExpect(jsonPath("$.period.to").value("2026-10-31"))
                .andExpect(jsonPath("$.period.time_zone").value("Asia/Jakarta"))
                .andExpect(jsonPath("$.as_of").value("2026-11-20T03:00:00Z"))
                .andExpect(jsonPath("$.fresh_as_of").value("2026-11-20T03:00:00Z"))
                .andExpect(jsonPath("$.settled_through").value("2026-11-19T03:00:00Z"));
    }

    @Test
    void theSamePageIsNotSentAgain() throws Exception {
        String call = OCTOBER + "&outcome=handled";
        String etag = http.perform(get(call)).andReturn().getResponse().getHeader("ETag");
        MockMvc later = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-11-20T04:00:00Z"));
        later.perform(get(call).header("If-None-Match", etag)).andExpect(status().isNotModified());
        later.perform(get(call + "&per_page=1").header("If-None-Match", etag)).andExpect(status().isOk());
    }

    @Test
    void pagesFollowTheOrderOfTheCloses() throws Exception {
        http.perform(get(OCTOBER + "&outcome=net_contained&per_page=1"))
                .andExpect(jsonPath("$.data[0]").value("670c5891-45d2-4c06-a206-02e0fc80fa6f"))
                .andExpect(jsonPath("$.meta.page").value(1))
                .andExpect(jsonPath("$.meta.per_page").value(1));
        http.perform(get(OCTOBER + "&outcome=net_contained&per_page=1&page=2"))
                .andExpect(jsonPath("$.data[0]").value("62f746b4-84e6-4ceb-95bd-447e7184d454"));
        http.perform(get(OCTOBER + "&outcome=net_contained&per_page=10&page=3"))
                .andExpect(jsonPath("$.data").isEmpty())
                .andExpect(jsonPath("$.meta.total").value(13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "ai_alone_settling"})
    void noneIsMissedBetweenPagesWhileTheOldestSettle(String outcome) throws Exception {
        String call = "/impact/conversations?from=2026-10-01&to=2026-10-20&window_hours=720&outcome=" + outcome;
        MockMvc first = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-10-20T03:00:00Z"));
        MockMvc next = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-11-06T03:00:00Z"));
        List<String> before = ids(first, call + "&per_page=100");
        List<String> still = ids(next, call + "&per_page=100");
        assertThat(still).hasSizeGreaterThan(3).hasSizeLessThan(before.size());

        List<String> paged = new ArrayList<>(ids(first, call + "&per_page=3"));
        for (int page = 2; page <= 1 + still.size() / 3; page++) {
            paged.addAll(ids(next, call + "&per_page=3&page=" + page));
        }
        assertThat(paged).containsAll(still);
    }

    private static List<String> ids(MockMvc http, String call) throws Exception {
        return JsonPath.read(http.perform(get(call)).andReturn().getResponse().getContentAsString(), "$.data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&outcome=",
                "&outcome=everything",
                "&outcome=closed&page=0",
                "&outcome=closed&per_page=101",
                "&outcome=closed&window_hours=0",
                "&outcome=closed&window_hours=721"
            })
    void whatCannotBeMeantIsRefused(String query) {
        Throwable refusal = catchThrowable(() -> http.perform(get(OCTOBER + query)));
        assertThat(refusal).hasRootCauseInstanceOf(ProblemException.class);
    }
}
