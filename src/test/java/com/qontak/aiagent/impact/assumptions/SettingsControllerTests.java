package com.qontak.aiagent.impact.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.testing.Deployment;
import com.qontak.aiagent.web.ProblemException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class SettingsControllerTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong(1000);
    private static final String PATH = "/impact/settings";
    private static final String WARUNG =
            """
            {"business_hours": {
               "friday": [{"open": "08:00", "close": "11:30"}, {"open": "13:00", "close": "21:00"}],
               "saturday": [{"open": "18:00", "close": "02:00"}]},
             "holidays": ["2026-12-25", "2026-03-20", "2026-12-25"],
             "onboarding_date": "2026-09-01"}
            """;

    private final long organization = ORGANIZATIONS.incrementAndGet();
    private final AssumptionsFixture service = new AssumptionsFixture(
            organization, Deployment.PROPERTIES, Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), ZoneOffset.UTC));

    @Test
    void officeHoursAreAssumedUntilSomebodySetsThem() throws Exception {
        service.http
                .perform(get(PATH))
                .andExpect(
                        content()
                                .json(
                                        """
                {"business_hours": {"monday": [{"open": "09:00", "close": "17:00"}], "sunday": []},
                 "holidays": [], "onboarding_date": null, "reopen_window": "PT48H", "assumed": true, "version": 0}
                """));
    }

    @Test
    void severalStretchesPastMidnightAndHolidaysStand() throws Exception {
        service.http
                .perform(set(WARUNG, "\"0\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.business_hours.friday[1].close").value("21:00"))
                .andExpect(jsonPath("$.business_hours.monday").isEmpty())
                .andExpect(jsonPath("$.holidays.length()").value(2))
                .andExpect(jsonPath("$.holidays[0]").value("2026-03-20"))
                .andExpect(jsonPath("$.assumed").value(false));
        ImpactSettings settings = service.assumptions.settings(organization).value();
        assertThat(settings.onboardingDate()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(settings.businessHours().week().get(DayOfWeek.SATURDAY)).hasSize(1);
        assertThat(service.audited)
                .containsExactly("rina impact.settings.set 0 1 [/business_hours, /holidays, /onboarding_date]");
    }

    @Test
    void anAnswerCanBeSentBack() throws Exception {
        service.http.perform(set(WARUNG, "\"0\""));
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http.perform(set(answer, "\"1\"")).andExpect(status().isOk());
        service.http
                .perform(get(PATH + "/history"))
                .andExpect(jsonPath("$.meta.total").value(2));
    }

    @Test
    void anAnswerWithOnlyAHolidayAddedKeepsTheHoursAssumed() throws Exception {
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http
                .perform(set(answer.replace("\"holidays\":[]", "\"holidays\":[\"2026-12-25\"]"), "\"0\""))
                .andExpect(jsonPath("$.holidays[0]").value("2026-12-25"))
                .andExpect(jsonPath("$.assumed").value(true));
        assertThat(service.audited).containsExactly("rina impact.settings.set 0 1 [/holidays]");
    }

    @Test
    void otherHoursThanTheDefaultAreSetWhateverIsSaidOfThem() throws Exception {
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http
                .perform(set(
                        answer.replace("\"sunday\":[]", "\"sunday\":[{\"open\":\"10:00\",\"close\":\"12:00\"}]"),
                        "\"0\""))
                .andExpect(jsonPath("$.business_hours.sunday[0].open").value("10:00"))
                .andExpect(jsonPath("$.assumed").value(false));
    }

    @Test
    void theDefaultHoursSetOnPurposeAreSet() throws Exception {
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http
                .perform(set(answer.replace("\"assumed\":true", "\"assumed\":false"), "\"0\""))
                .andExpect(jsonPath("$.assumed").value(false));
        assertThat(service.audited).containsExactly("rina impact.settings.set 0 1 [/business_hours]");
    }

    @Test
    void anAnswerSentBackUnchangedNamesNothingAsChanged() throws Exception {
        service.http.perform(
                set("{\"business_hours\": {\"friday\": [{\"open\": \"08:00\", \"close\": \"11:30\"}]}}", "\"0\""));
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        assertThat(answer).contains("\"monday\":[]", "\"holidays\":[]", "\"onboarding_date\":null");
        service.http.perform(set(answer, "\"1\"")).andExpect(status().isOk());
        assertThat(service.audited)
                .containsExactly("rina impact.settings.set 0 1 [/business_hours]", "rina impact.settings.set 1 2 []");
    }

    @Test
    void hoursLeftOutStayAssumed() throws Exception {
        service.http
                .perform(set("{\"holidays\": [\"2026-12-25\"]}", "\"0\""))
                .andExpect(jsonPath("$.assumed").value(true));
        BusinessHours hours = service.assumptions.settings(organization).value().businessHours();
        assertThat(hours.week()).isEqualTo(BusinessHours.DEFAULT.week());
        assertThat(hours.holidays()).containsExactly(LocalDate.of(2026, 12, 25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'onboarding_date': '1 May'}; /onboarding_date",
                "{'onboarding_date': '1999-12-31'}; /onboarding_date",
                "{'holidays': ['2026-02-30']}; /holidays/0",
                "{'holidays': [null]}; /holidays/0",
                "{'business_hours': {'monday': [null]}}; /business_hours/monday/0",
                "{'business_hours': {'monday': [{'open': '9', 'close': '17:00'}]}}; /business_hours/monday/0/open",
                "{'business_hours': {'monday': [{'open': '09:00', 'close': '24:00'}]}}; /business_hours/monday/0/close",
                "{'business_hours': {'monday': [{'open': '09:00'}]}}; /business_hours/monday/0/close",
                "{'business_hours': {'monday': [{'open': '09:00', 'close': '12:00'}, "
                        + "{'open': '11:59', 'close': '13:00'}]}}; /business_hours",
                "{'business_hours': {'sunday': [{'open': '22:00', 'close': '02:00'}], "
                        + "'monday': [{'open': '01:00', 'close': '03:00'}]}}; /business_hours"
            },
            quoteCharacter = '~')
    void whatMakesNoSenseIsRefusedAtItsPlace(String body, String pointer) {
        Throwable thrown = catchThrowable(() -> service.http.perform(set(body.replace('\'', '"'), "\"0\"")));
        assertThat(thrown).hasCauseInstanceOf(ProblemException.class);
        ProblemException problem = (ProblemException) thrown.getCause();
        assertThat(problem.findings()).extracting(finding -> finding.pointer()).containsExactly(pointer);
    }

    @Test
    void aDayOfEndlessStretchesIsRefusedOnce() {
        String body = "{\"business_hours\": {\"monday\": [null" + ",null".repeat(100_000) + "]}}";
        Throwable thrown = catchThrowable(() -> service.http.perform(set(body, "\"0\"")));
        assertThat(((ProblemException) thrown.getCause()).findings())
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly("too_many /business_hours/monday");
    }

    private static MockHttpServletRequestBuilder set(String body, String ifMatch) {
        return put(PATH).contentType(MediaType.APPLICATION_JSON).content(body).header("If-Match", ifMatch);
    }
}
