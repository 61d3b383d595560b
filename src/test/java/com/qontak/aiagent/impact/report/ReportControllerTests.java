package com.qontak.aiagent.impact.report;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class ReportControllerTests {

    private static final String OCTOBER = "/impact/containment?from=2026-10-01&to=2026-10-31";
    private static final Instant AS_OF = Instant.parse("2026-11-20T03:00:00Z");

    private final MockMvc http = ReportFixture.http(RoomsDatabase.shared(), 101, AS_OF);

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @Test
    void oneBlockComesWithWhatItIsAbout() throws Exception {
        http.perform(get(OCTOBER))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(
                        content()
                                .json(
                                        """
                {"organization_id": 101,
                 "period": {"from": "2026-10-01", "to": "2026-10-31", "time_zone": "Asia/Jakarta"},
                 "as_of": "2026-11-20T03:00:00Z",
                 "fresh_as_of": "2026-11-20T03:00:00Z",
                 "settled_through": "2026-11-18T03:00:00Z",
                 "containment": {"handled": 22, "settled": 22, "net_contained": 13, "net_rate": 0.5909}}
                """))
                .andExpect(jsonPath("$.trend").doesNotExist());
    }

    @Test
    void unchangedFiguresAreNotSentAgain() throws Exception {
        String etag = http.perform(get(OCTOBER)).andReturn().getResponse().getHeader("ETag");
        MockMvc later = ReportFixture.http(RoomsDatabase.shared(), 101, AS_OF.plusSeconds(60));
        later.perform(get(OCTOBER).header("If-None-Match", etag))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", etag))
                .andExpect(content().string(""));
    }

    @Test
    void otherFiguresHaveAnotherTag() throws Exception {
        String etag = http.perform(get(OCTOBER)).andReturn().getResponse().getHeader("ETag");
        http.perform(get("/impact/containment?from=2026-10-02&to=2026-10-31").header("If-None-Match", etag))
                .andExpect(status().isOk());
    }

    @Test
    void theRoomsBehindTheNumbersAreLinked() throws Exception {
        http.perform(get(OCTOBER + "&channel={channel}", "a {b}&c"))
                .andExpect(jsonPath("$.links.conversations")
                        .value("/impact/conversations?from=2026-10-01&to=2026-10-31&channel=a%20%7Bb%7D%26c"
                                + "&outcome={outcome}"));
    }

    @Test
    void filtersNarrowTheRooms() throws Exception {
        http.perform(get(OCTOBER + "&channel=telegram"))
                .andExpect(jsonPath("$.containment.handled").value(0));
        http.perform(get(OCTOBER + "&ai_agent_id=00000000-0000-4000-8000-0000000000a1"))
                .andExpect(jsonPath("$.containment.handled").value(22));
        http.perform(get(OCTOBER + "&ai_agent_id=00000000-0000-4000-8000-0000000000a2"))
                .andExpect(jsonPath("$.containment.handled").value(0));
    }
}
