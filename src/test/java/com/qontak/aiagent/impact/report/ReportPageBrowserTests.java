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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The page as it is shown and printed: in a browser where there is one, everywhere else by what makes a browser do so.
 */
class ReportPageBrowserTests {

    private static final String PATH = "/impact/report.html?from=2026-09-01&to=2026-11-20";

    private final Optional<Browser> browser = Browser.find();
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
    void thePrintedPageIsOneSheetOfA4(String language) throws Exception {
        String html = page(language);
        assertThat(html).contains("@page { size: A4;", "details { display: none; }");
        if (browser.isPresent()) {
            assertThat(browser.get().sheets(html)).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"id, 360, 740, light, 1", "en, 390, 844, dark, 1", "id, 820, 1180, dark, 2", "en, 1280, 800, light, 2"})
    void everythingCanBeReadAtEverySizeByDayAndByNight(
            String language, int width, int height, String scheme, int columns) throws Exception {
        String html = page(language);
        assertThat(html).contains("width=device-width", "@media (prefers-color-scheme: dark)");
        if (browser.isEmpty()) {
            return;
        }
        JsonNode measured = browser.get().measure(html, width, height, scheme);
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
        String html = page("id");
        assertThat(html).contains("<meta name=\"color-scheme\" content=\"light dark\">");
        if (browser.isPresent()) {
            assertThat(browser.get().measure(html, 390, 844, "dark").path("ground"))
                    .isNotEqualTo(browser.get().measure(html, 390, 844, "light").path("ground"));
        }
    }

    private String page(String language) throws Exception {
        return http.perform(get(PATH).header("Accept-Language", language))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
