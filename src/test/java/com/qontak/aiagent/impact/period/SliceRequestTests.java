package com.qontak.aiagent.impact.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceRequestTests {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00.987Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String AGENT = "00000000-0000-4000-8000-0000000000a1";

    @Test
    void defaultsToTheLastTwentyEightCompleteDays() {
        assertThat(dates(null, null)).isEqualTo(period("2026-10-23", "2026-11-19"));
    }

    @Test
    void oneDateAloneGetsTheOther() {
        assertThat(dates(null, "2026-10-31")).isEqualTo(period("2026-10-04", "2026-10-31"));
        assertThat(dates("2026-10-01", "")).isEqualTo(period("2026-10-01", "2026-11-19"));
        assertThat(dates("2026-11-20", null)).isEqualTo(period("2026-11-20", "2026-11-20"));
    }

    @Test
    void todayIsTheOrganizationsOwn() {
        Instant lateInUtc = Instant.parse("2026-11-20T17:00:00Z");
        Slice slice = new SliceRequest("2026-11-21", "2026-11-21", null, null)
                .resolve(1, JAKARTA, lateInUtc, Duration.ofHours(48));
        assertThat(slice.period().start()).isEqualTo(lateInUtc);
    }

    @Test
    void theTimeOfTheAnswerIsInWholeSeconds() {
        Slice slice = new SliceRequest(null, null, null, null).resolve(1, JAKARTA, NOW, Duration.ofHours(48));
        assertThat(slice.asOf()).isEqualTo("2026-11-20T03:00:00Z");
        assertThat(slice.settledThrough()).isEqualTo("2026-11-18T03:00:00Z");
    }

    @Test
    void sevenHundredAndThirtyOneDaysAreAnsweredAndOneMoreIsNot() {
        assertThat(dates("2024-11-20", "2026-11-20").days()).isEqualTo(SliceRequest.MAXIMUM_DAYS);
        assertThat(refusals("2024-11-19", "2026-11-20", null, null)).containsExactly("period_too_long /from");
    }

    @Test
    void impossiblePeriodsAreNamedAtTheirParameter() {
        assertThat(refusals("2026-10-02", "2026-10-01", null, null)).containsExactly("period_reversed /from");
        assertThat(refusals("2026-10-02", "2026-11-21", null, null)).containsExactly("period_in_future /to");
    }

    @Test
    void everythingUnreadableIsNamedAtOnce() {
        assertThat(refusals("yesterday", "2026-02-30", "a\u0000b", "1"))
                .containsExactlyInAnyOrder(
                        "not_a_date /from", "not_a_date /to", "not_a_channel /channel", "not_a_uuid /ai_agent_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "-999999999-01-01", "+999999999-12-31", "+10000-01-01"})
    void datesNobodyCanMeanAreNone(String date) {
        assertThat(refusals(date, date, null, null)).containsExactly("not_a_date /from", "not_a_date /to");
    }

    @Test
    void blankFiltersAreNone() {
        Slice slice = new SliceRequest(null, null, " ", "").resolve(1, JAKARTA, NOW, Duration.ofHours(48));
        assertThat(slice.filter()).isEqualTo(Slice.Filter.NONE);
    }

    @Test
    void filtersAreKept() {
        Slice slice = new SliceRequest(null, null, "whatsapp", AGENT).resolve(1, JAKARTA, NOW, Duration.ofHours(48));
        assertThat(slice.filter().channel()).isEqualTo("whatsapp");
        assertThat(slice.filter().aiAgentId()).hasToString(AGENT);
    }

    private static Period dates(@Nullable String from, @Nullable String to) {
        return new SliceRequest(from, to, null, null)
                .resolve(1, JAKARTA, NOW, Duration.ofHours(48))
                .period();
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), JAKARTA);
    }

    private static List<String> refusals(String from, String to, @Nullable String channel, @Nullable String agent) {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> new SliceRequest(from, to, channel, agent)
                        .resolve(1, JAKARTA, NOW, Duration.ofHours(48)));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
        return problem.findings().stream().map(SliceRequestTests::described).toList();
    }

    private static String described(Finding finding) {
        return finding.key() + " " + finding.pointer();
    }
}
