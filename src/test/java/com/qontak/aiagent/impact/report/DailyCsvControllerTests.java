package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class DailyCsvControllerTests {

    private static final String OCTOBER = "/impact/report.csv?from=2026-10-01&to=2026-10-31";

    private final MockMvc http = ReportFixture.http(RoomsDatabase.shared(), 101, Instant.parse("2026-11-20T03:00:00Z"));

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @Test
    void everyDateHasARowAndTheRowsAddUp() throws Exception {
        String table = http.perform(get(OCTOBER))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string("Fresh-As-Of", "2026-11-20T03:00:00Z"))
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"ai-impact_2026-10-01_2026-10-31.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String[] lines = table.split("\r\n");
        assertThat(lines).hasSize(32);
        assertThat(lines[0])
                .isEqualTo("date,handled,settled,pending,ai_resolved,person_attached,not_resolved_by_ai,reopened,"
                        + "net_contained,gross_rate,net_rate,after_hours_handled,after_hours_settled,"
                        + "after_hours_ai_resolved,after_hours_reopened,after_hours_net_contained");
        assertThat(lines[2]).isEqualTo("2026-10-02,0,0,0,0,0,0,0,0,,,0,0,0,0,0");
        assertThat(lines[5]).isEqualTo("2026-10-05,3,3,0,3,0,0,1,2,1.0000,0.6667,0,0,0,0,0");
        assertThat(Arrays.stream(lines)
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.split(",")[8]))
                        .sum())
                .isEqualTo(13);
    }

    @Test
    void theSameRowsAreNotSentAgain() throws Exception {
        String etag = http.perform(get(OCTOBER)).andReturn().getResponse().getHeader("ETag");
        http.perform(get(OCTOBER).header("If-None-Match", etag)).andExpect(status().isNotModified());
    }
}
