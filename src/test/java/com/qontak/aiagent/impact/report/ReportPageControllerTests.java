package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Reading;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.testing.CallerArgument;
import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

class ReportPageControllerTests {

    private static final String PATH = "/impact/report.html?from=2026-09-01&to=2026-11-20";
    private static final Instant AS_OF = Instant.parse("2026-11-20T03:00:00Z");
    private static final Pattern ELEMENT = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>");
    private static final Pattern VOID = Pattern.compile("meta|br|hr|img|input|link");

    private final MockMvc http = ReportFixture.http(
            RoomsDatabase.shared(),
            104,
            AS_OF,
            GivenAssumptions.NONE.with(new CostAssumption(BigDecimal.valueOf(7), false, 42_500L)));

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @Test
    void thePageSpeaksTheCallersLanguage() throws Exception {
        assertThat(page(PATH, "en")).contains("<html lang=\"en\">", "55.1%", "Rp 877,625", "What became of every");
        assertThat(page(PATH, "id")).contains("<html lang=\"id\">", "55,1 %", "Rp 877.625", "Akhir dari setiap");
    }

    @Test
    void nothingIsRunAndNothingIsFetched() throws Exception {
        http.perform(get(PATH))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(header().string("Content-Security-Policy", startsWith("default-src 'none'")));
        assertThat(page(PATH, "id")).doesNotContain("<script", "http:", "https:", "src=", "url(", "@import", "onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                "/impact/report.html?from=2025-01-01&to=2025-01-31",
                "/impact/report.html?from=2026-11-20&to=2026-11-20",
                "/impact/report.html?from=2024-11-21&to=2026-11-20",
                PATH + "&channel=telegram"
            })
    void everyElementIsClosedAndEveryTableHasItsHeadings(String path) throws Exception {
        String html = page(path, "id");
        assertBalanced(html);
        assertThat(html).doesNotContain("NaN", "Infinity", "null");
        assertThat(html.split("<table").length)
                .isEqualTo(html.split("<caption>").length)
                .isEqualTo(html.contains("<rect class=\"whole\"") ? 4 : 3);
        assertThat(html.split("<th ").length).isEqualTo(html.split("<th scope=").length);
        assertThat(html.split("<svg viewBox=\"0 0 320").length)
                .isEqualTo(html.split("role=\"img\" aria-label=").length);
    }

    @Test
    void whatTheChartsShowIsInTheTables() throws Exception {
        String tables = page(PATH, "en").split("<details")[1];
        assertThat(tables)
                .contains("<th scope=\"row\">First four weeks</th>")
                .contains("<th scope=\"row\">Business hours</th>", "<th scope=\"row\">Outside business hours</th>");
    }

    @Test
    void whatIsExpectedIsInTheTables() throws Exception {
        String html = page("/impact/report.html?from=2026-11-01&to=2026-11-19", "en");
        assertThat(html.split("<details")[1])
                .containsPattern("Expected, 20 November 2026 to 8 December 2026</th>.*\\d% \\([0-9.]+% to [0-9.]+%\\)");
    }

    @Test
    void theTextOfChartsIsElevenPixelsOnAPhone() throws Exception {
        Matcher sizes = Pattern.compile("svg (?:text|\\.faint) \\{[^}]*font-size: ([0-9.]+)px")
                .matcher(page(PATH, "en"));
        // 360 px less the page's and the card's edges, on a drawing 320 wide.
        double scale = (360 - 2 * 16 - 2 * 19.2 - 2) / 320;
        assertThat(sizes.results().map(size -> Double.parseDouble(size.group(1)) * scale))
                .hasSize(2)
                .allMatch(size -> size >= 11);
    }

    @Test
    void whatIsNotCertainIsNotShownAsNothing() throws Exception {
        MockMvc early = ReportFixture.http(
                RoomsDatabase.shared(), 101, Instant.parse("2026-11-18T03:30:00Z"), GivenAssumptions.NONE);
        String html = early.perform(
                        get("/impact/report.html?from=2026-11-18&to=2026-11-18").header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("<dd>Not certain yet</dd>").doesNotContain("<dd>0</dd>");
    }

    @Test
    void thePageSaysOfWhichMomentItsFiguresAre() throws Exception {
        RoomsReader rooms = RoomsFixture.reader(RoomsDatabase.shared());
        RoomsReader behind = new RoomsReader() {
            @Override
            public <T> T read(Slice slice, Function<Reading, T> use) {
                return rooms.read(slice, reading -> use.apply(new Reading(reading.rooms(), AS_OF.minusSeconds(50))));
            }
        };
        String html = ReportFixture.http(
                        ReportFixture.service(behind, GivenAssumptions.NONE), new CallerArgument(104), AS_OF)
                .perform(get(PATH).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("As of 20 November 2026, 09:59 (");
    }

    @Test
    void withNothingToKnowThereIsNoCardThatSaysNothing() throws Exception {
        MockMvc quiet = ReportFixture.http(RoomsDatabase.shared(), 101, AS_OF);
        List<String> pages = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            pages.add(quiet.perform(get("/impact/report.html?from=2026-10-%1$02d&to=2026-10-%1$02d".formatted(day)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        assertThat(pages)
                .noneMatch(html -> html.matches("(?s).*<ul>\\s*</ul>.*"))
                .anyMatch(html -> !html.contains("id=\"notes\""))
                .anyMatch(html -> html.contains("id=\"notes\""));
    }

    @Test
    void aNameCannotBecomeMarkup() throws Exception {
        assertThat(page(PATH, "id"))
                .contains("Toko &amp; &lt;i&gt;Maju&lt;/i&gt;")
                .doesNotContain("<i>");
    }

    @Test
    void theSamePageIsNotSentAgain() throws Exception {
        String etag = http.perform(get(PATH)).andReturn().getResponse().getHeader("ETag");
        http.perform(get(PATH).header("If-None-Match", etag)).andExpect(status().isNotModified());
        http.perform(get(PATH).header("If-None-Match", etag).header("Accept-Language", "en"))
                .andExpect(status().isOk());
    }

    @Test
    void theTimeAloneMakesNoNewPageAndTheNameDoes() throws Exception {
        String later = etag("Toko & <i>Maju</i>", AS_OF.plusSeconds(60));
        assertThat(later).isEqualTo(etag("Toko & <i>Maju</i>", AS_OF)).isNotEqualTo(etag("Toko Baru", AS_OF));
    }

    private static String etag(String organization, Instant now) throws Exception {
        return ReportFixture.http(
                        RoomsDatabase.shared(), new CallerArgument(104, organization), now, GivenAssumptions.NONE)
                .perform(get(PATH))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
    }

    private String page(String path, String language) throws Exception {
        return http.perform(get(path).header("Accept-Language", language))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static void assertBalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher matcher = ELEMENT.matcher(html);
        while (matcher.find()) {
            String name = matcher.group(2);
            if (VOID.matcher(name).matches() || matcher.group(3).equals("/")) {
                continue;
            }
            if (matcher.group(1).isEmpty()) {
                open.push(name);
            } else {
                assertThat(open.pop()).isEqualTo(name);
            }
        }
        assertThat(open).isEmpty();
    }
}
