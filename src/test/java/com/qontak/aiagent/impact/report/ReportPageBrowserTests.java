package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.page.Browser;
import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.springframework.test.web.servlet.MockMvc;

/** The page as it is shown and printed, in a browser where there is one; and everywhere what makes a browser do so. */
class ReportPageBrowserTests {

    private static final String PATH = "/impact/report.html?from=2026-09-01&to=2026-11-20";

    private final MockMvc http = ReportFixture.http(
            RoomsDatabase.shared(),
            104,
            Instant.parse("2026-11-20T03:00:00Z"),
            GivenAssumptions.NONE.with(new CostAssumption(BigDecimal.valueOf(7), false, 42_500L)));

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePageSaysHowItIsPrintedAndShownOnSmallScreensAndByNight(String language) throws Exception {
        assertThat(page(language))
                .contains("@page { size: A4;", "details { display: none; }")
                .contains("width=device-width", "@media (prefers-color-scheme: dark)")
                .contains("<meta name=\"color-scheme\" content=\"light dark\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePrintedPageIsOneSheetOfA4(String language) throws Exception {
        assertThat(browser().sheets(page(language))).isOne();
    }

    @ParameterizedTest
    @CsvSource({"id, 360, 740, light, 1", "en, 390, 844, dark, 1", "id, 820, 1180, dark, 2", "en, 1280, 800, light, 2"})
    void everythingCanBeReadAtEverySizeByDayAndByNight(
            String language, int width, int height, String scheme, int columns) throws Exception {
        JsonNode measured = browser().measure(page(language), width, height, scheme);
        assertThat(measured.path("width").intValue()).isEqualTo(width);
        assertThat(measured.path("contentWidth").intValue()).isLessThanOrEqualTo(width);
        assertThat(measured.path("columns").intValue()).isEqualTo(columns);
        assertThat(measured.path("spilled")).isEmpty();
        assertThat(measured.path("texts")).hasSizeGreaterThan(40).allSatisfy(text -> {
            assertThat(text.path("contrast").doubleValue())
                    .as("contrast of %s", text)
                    .isGreaterThanOrEqualTo(text.path("needed").doubleValue());
            assertThat(text.path("size").doubleValue()).as("size of %s", text).isGreaterThanOrEqualTo(11);
        });
        assertThat(measured.path("shapes")).hasSizeGreaterThan(10).allSatisfy(shape -> assertThat(
                        shape.path("contrast").doubleValue())
                .as("contrast of %s", shape)
                .isGreaterThanOrEqualTo(3));
    }

    @Test
    void theNightIsDark() throws Exception {
        Browser browser = browser();
        String html = page("id");
        assertThat(browser.measure(html, 390, 844, "dark").path("ground"))
                .isNotEqualTo(browser.measure(html, 390, 844, "light").path("ground"));
    }

    // Where there is none, what only a browser can tell is left out, and the run says so.
    private static Browser browser() {
        return Browser.find().orElseThrow(() -> new TestAbortedException("No browser on the path"));
    }

    private String page(String language) throws Exception {
        return http.perform(get(PATH).header("Accept-Language", language))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
