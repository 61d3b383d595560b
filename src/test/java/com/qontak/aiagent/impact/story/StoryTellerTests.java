package com.qontak.aiagent.impact.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rates.Verdict;
import com.qontak.aiagent.impact.rooms.Counts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoryTellerTests {

    static final Period OCTOBER =
            new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneId.of("Asia/Jakarta"));
    static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(contain\\w*|scope|kb|gross|net|telemetry|cohorts?|p90|phase|fase|mvp|intercom|fin|zendesk|ada|decagon)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SENTENCE = 25;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceOfEveryReportIsPlain(Language language) {
        Random random = new Random(20261120);
        for (int report = 0; report < 2000; report++) {
            Story story = StoryTeller.tell(Given.any(random).build(), language);
            Stream.concat(
                            Stream.of(story.headline()),
                            Stream.concat(story.sentences().stream(), story.notes().stream()))
                    .forEach(StoryTellerTests::assertPlain);
            assertThat(story.sentences()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void indonesianHasItsOwnFormats() {
        Story story = StoryTeller.tell(october().build(), Language.INDONESIAN);
        assertThat(story.language()).isEqualTo("id");
        assertThat(story.headline()).contains("62,0 %");
        assertThat(story.sentences().get(0)).contains("1.180 percakapan", "731", "62,0 %");
        assertThat(story.sentences()).anyMatch(sentence -> sentence.contains("Rp 42.500"));
        assertThat(story.sentences()).anyMatch(sentence -> sentence.contains("1 September 2026"));
    }

    @Test
    void englishHasItsOwnFormats() {
        Story story = StoryTeller.tell(october().build(), Language.ENGLISH);
        assertThat(story.headline()).contains("62.0%");
        assertThat(story.sentences().get(0)).contains("1,180 conversations");
        assertThat(story.sentences()).anyMatch(sentence -> sentence.contains("Rp 3,106,750"));
    }

    @Test
    void whatIsFullyKnownNeedsNoCautionButTheForecasts() {
        assertThat(notes(october())).hasSize(2);
    }

    @Test
    void tooFewIsSaid() {
        Given few = october();
        few.counts = new Counts(0, 2, 2, 5, 13);
        assertThat(StoryTeller.tell(few.build(), Language.ENGLISH).headline())
                .isEqualTo("There are too few to judge by: the AI finished 13 of 22 conversations alone.");
        assertThat(notes(few)).anyMatch(note -> note.contains("known for only 22 conversations"));
    }

    @Test
    void settlingIsSaid() {
        Given settling = october();
        settling.counts = new Counts(20, 250, 128, 71, 731);
        assertThat(notes(settling)).anyMatch(note -> note.contains("20 conversations is not certain"));
    }

    @Test
    void allSettlingClaimsNothing() {
        Given settling = october();
        settling.counts = new Counts(1, 0, 0, 0, 0);
        Story story = StoryTeller.tell(settling.build(), Language.ENGLISH);
        assertThat(story.headline()).isEqualTo("It is too early to say: 1 conversation may still come back.");
        assertThat(story.sentences()).noneMatch(sentence -> sentence.startsWith("Of "));
    }

    @Test
    void noDataIsSaidOnce() {
        Given none = new Given();
        none.counts = Counts.NONE;
        Story story = StoryTeller.tell(none.build(), Language.ENGLISH);
        assertThat(story.headline()).isEqualTo("The AI took part in no conversation in this period.");
        assertThat(story.sentences()).hasSize(2);
        assertThat(story.notes()).noneMatch(note -> note.contains("assumed"));
    }

    @Test
    void assumptionsAreSaid() {
        Given assumed = october();
        assumed.assumed = true;
        assumed.hourlyCost = null;
        assertThat(notes(assumed))
                .anyMatch(note -> note.contains("assumed business hours"))
                .anyMatch(note -> note.contains("assumed 6 minutes"))
                .anyMatch(note -> note.contains("takes 9.5 minutes or more for half"))
                .anyMatch(note -> note.contains("No amount in rupiah"));
    }

    @Test
    void nothingFinishedIsNotCalledFinishedForGood() {
        Given none = october();
        none.counts = new Counts(0, 20, 20, 0, 0);
        Story story = StoryTeller.tell(none.build(), Language.ENGLISH);
        assertThat(story.headline()).isEqualTo("The AI finished none of its conversations alone for good.");
        assertThat(story.sentences().get(0))
                .isEqualTo("Of 40 conversations with a certain outcome, the AI finished none alone for good.");
        none.counts = new Counts(0, 1, 0, 0, 0);
        assertThat(StoryTeller.tell(none.build(), Language.ENGLISH).headline())
                .isEqualTo("There are too few to judge by: the AI finished none of 1 conversation alone.");
    }

    @Test
    void anUnsettledPeriodIsNotBlamedOnWhatItIsComparedWith() {
        Given settling = october();
        settling.counts = new Counts(40, 0, 0, 0, 0);
        assertThat(StoryTeller.tell(settling.build(), Language.ENGLISH).sentences())
                .contains("This period has no certain outcome yet, so it cannot be compared with an earlier one.")
                .noneMatch(sentence -> sentence.contains("period before"))
                .noneMatch(sentence -> sentence.contains("first four weeks"));
    }

    @Test
    void noTurnsToCountIsNotCalledUnrecorded() {
        Given none = october();
        none.counts = new Counts(0, 20, 20, 0, 0);
        none.logged = false;
        assertThat(none.build().turns().reason()).isEqualTo("nothing_to_measure");
        assertThat(notes(none))
                .anyMatch(note -> note.contains("no turns to count"))
                .noneMatch(note -> note.startsWith("How many turns"));
    }

    @Test
    void whatIsLoggedSaysOfHowMany() {
        Given logged = october();
        assertThat(StoryTeller.tell(logged.build(), Language.ENGLISH).sentences())
                .anyMatch(sentence -> sentence.contains("took 4 turns or fewer, as recorded in 640 of 731"))
                .anyMatch(sentence -> sentence.contains("better mood") && sentence.contains("640 of 1,180"));
        logged.recorded = 29;
        logged.turns = BigDecimal.ONE;
        assertThat(StoryTeller.tell(logged.build(), Language.ENGLISH).sentences())
                .anyMatch(sentence -> sentence.contains("took 1 turn or fewer"));
        assertThat(notes(logged))
                .anyMatch(note -> note.startsWith("The mood was recorded for fewer than 30"))
                .anyMatch(note -> note.startsWith("Turns were recorded for fewer than 30"));
    }

    @Test
    void missingLogsAreSaid() {
        Given missing = october();
        missing.logged = false;
        assertThat(notes(missing)).anyMatch(note -> note.contains("mood")).anyMatch(note -> note.contains("turns"));
    }

    @Test
    void theForecastIsCalledAnEstimateAndItsWeaknessIsSaid() {
        Given stepped = october();
        stepped.weeks = new ArrayList<>(Collections.nCopies(10, week(30)));
        stepped.weeks.addAll(Collections.nCopies(6, week(80)));
        assertThat(notes(stepped))
                .anyMatch(note -> note.contains("is an estimate"))
                .anyMatch(note -> note.contains("further off than simply repeating"));
        stepped.weeks = List.of();
        assertThat(notes(stepped)).anyMatch(note -> note.contains("at least 8 weeks"));
    }

    @Test
    void aForecastThatCouldNotBeTriedIsStillCalledAnEstimate() {
        Given gaps = october();
        gaps.weeks = IntStream.range(0, 16)
                .mapToObj(week -> week % 2 == 0 ? week(70) : Counts.NONE)
                .toList();
        assertThat(gaps.build().forecast().backtest()).isNull();
        assertThat(notes(gaps)).anyMatch(note -> note.contains("is an estimate"));
    }

    @Test
    void aPeriodThatIsOverIsNotForetold() {
        Given past = october();
        past.over = true;
        Story story = StoryTeller.tell(past.build(), Language.ENGLISH);
        assertThat(story.sentences()).noneMatch(sentence -> sentence.matches(".*(expect|comes next).*"));
        assertThat(story.notes()).noneMatch(note -> note.contains("estimate"));
    }

    @Test
    void aPeriodTooLongToForetellIsSaidToBe() {
        Given year = october();
        year.period = OCTOBER.between(LocalDate.of(2025, 11, 1), OCTOBER.to());
        Story story = StoryTeller.tell(year.build(), Language.ENGLISH);
        assertThat(story.sentences())
                .contains("What comes next can only be estimated for shorter periods than this one.");
        assertThat(story.notes()).noneMatch(note -> note.contains("estimate"));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01, true", "2026-11-01, false", "2026-11-10, false"})
    void onlyWhatComesAfterTheFirstWeeksIsComparedWithThem(LocalDate onboarding, boolean compared) {
        Given given = october();
        given.onboarding = onboarding;
        assertThat(StoryTeller.tell(given.build(), Language.ENGLISH).sentences().stream()
                        .anyMatch(sentence -> sentence.contains("first four weeks")))
                .isEqualTo(compared);
    }

    @Test
    void firstWeeksThatStayEmptyAreNotPromised() {
        Given given = october();
        given.baseline = Counts.NONE;
        assertThat(StoryTeller.tell(given.build(), Language.ENGLISH).sentences())
                .contains("There is nothing in the first four weeks from 1 September 2026 to compare with.");
        assertThat(StoryTeller.tell(given.build(), Language.INDONESIAN).sentences())
                .contains("Empat minggu pertama sejak 1 September 2026 tidak bisa dijadikan pembanding.");
    }

    @Test
    void theWorkSavedIsThatOfAllConversationsAndNotOfTheNights() {
        List<String> told =
                StoryTeller.tell(october().build(), Language.ENGLISH).sentences();
        int night = told.indexOf("Of the conversations that began outside business hours, the AI finished 365 alone,"
                + " which is 49.9% of all it finished alone.");
        assertThat(told.get(night + 1))
                .isEqualTo("In all, what the AI finished alone comes to about 73.1 hours of work your team did not have"
                        + " to do.");
    }

    @Test
    void noComebackIsOnlyClaimedOfWhatTheAiFinished() {
        Given none = october();
        none.counts = new Counts(0, 20, 20, 0, 60);
        assertThat(StoryTeller.tell(none.build(), Language.ENGLISH).sentences())
                .contains("Of the conversations the AI finished alone, none is known to have come back within 48"
                        + " hours.");
    }

    @ParameterizedTest
    @CsvSource({"6.25, 6.25 minutes", "0.04, 0.04 minutes", "7.50, 7.5 minutes", "1.00, 1 minute"})
    void theMinutesAnAdminSetAreToldAsTheyWereSet(BigDecimal minutes, String told) {
        Given set = october();
        set.minutes = minutes;
        assertThat(notes(set))
                .contains("The hours are reckoned at " + told + " for each conversation, as your admin set it.");
    }

    @Test
    void inIndonesianTheTimeSavedIsNotCalledBusinessHours() {
        assertThat(StoryTeller.tell(october().build(), Language.INDONESIAN).notes())
                .contains("Waktu yang dihemat dihitung dengan 6 menit per percakapan, seperti diatur admin Anda.");
    }

    @Test
    void inIndonesianTheConversationsAreNotTheAisOwn() {
        Given given = october();
        assertThat(StoryTeller.tell(given.build(), Language.INDONESIAN).headline())
                .isEqualTo("AI menuntaskan sendiri 62,0 % percakapan yang ditanganinya, dan pelanggan tidak kembali.");
        given.counts = new Counts(0, 20, 20, 0, 0);
        assertThat(StoryTeller.tell(given.build(), Language.INDONESIAN).headline())
                .isEqualTo("AI tidak menuntaskan sendiri satu pun percakapan yang ditanganinya.");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-03, false", "2026-09-04, true", "2026-10-31, true", "2026-11-01, false"})
    void thePeriodIsNotComparedWithFirstWeeksItHolds(LocalDate onboarding, boolean within) {
        Given given = october();
        given.onboarding = onboarding;
        Told told = given.build();
        assertThat(StoryTeller.tell(told, Language.ENGLISH).sentences().stream()
                        .anyMatch(sentence -> sentence.contains("share days")))
                .isEqualTo(within);
        assertThat(told.trend().verdictVsBaseline()).isEqualTo(Verdict.BETTER);
        assertThat(told.trend().deltaVsBaseline()).isEqualByComparingTo("12.7");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, is set to begin on",
        "2026-11-10, is not complete yet",
        "2026-11-05, is not complete yet",
        ", has not taken part"
    })
    void theBeginningIsTakenIntoAccount(@Nullable LocalDate onboarding, String caution) {
        Given given = october();
        given.onboarding = onboarding;
        assertThat(notes(given)).anyMatch(note -> note.contains(caution));
    }

    @Test
    void aPeriodBeforeTheBeginningIsSaid() {
        Given given = october();
        given.asOf = Instant.parse("2027-03-01T00:00:00Z");
        given.onboarding = LocalDate.of(2026, 12, 1);
        assertThat(notes(given)).anyMatch(note -> note.contains("lies before the AI began"));
    }

    @Test
    void aFilteredReportSaysSo() {
        Given given = october();
        given.filter = new Filter("whatsapp", null);
        assertThat(notes(given)).anyMatch(note -> note.contains("that were chosen"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, INDONESIAN",
                "'', INDONESIAN",
                "id, INDONESIAN",
                "'en-GB,en;q=0.9', ENGLISH",
                "fr, INDONESIAN",
                "'fr, en;q=0.5', ENGLISH",
                "'id, en;q=0.5', INDONESIAN",
                "'!!', INDONESIAN",
                "'*', INDONESIAN"
            })
    void theLanguageIsTheCallers(@Nullable String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }

    private static void assertPlain(String sentence) {
        assertThat(sentence).doesNotContain("{", "}", "null", "  ").endsWith(".");
        assertThat(FORBIDDEN.matcher(sentence).find()).as(sentence).isFalse();
        for (String part : sentence.split("(?<=[.:]) ")) {
            assertThat(part.split(" ")).as(sentence).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE);
        }
        assertThat(sentence.substring(0, 1)).isEqualTo(sentence.substring(0, 1).toUpperCase(Locale.ROOT));
    }

    private static List<String> notes(Given given) {
        return StoryTeller.tell(given.build(), Language.ENGLISH).notes();
    }

    private static Given october() {
        return new Given();
    }

    static Counts week(long net) {
        return new Counts(0, 100 - net, 0, 0, net);
    }
}
