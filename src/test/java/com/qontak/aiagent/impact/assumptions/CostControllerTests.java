package com.qontak.aiagent.impact.assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.qontak.aiagent.impact.testing.Deployment;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CostControllerTests {

    private static final AtomicLong ORGANIZATIONS = new AtomicLong();
    private static final String PATH = "/impact/cost_assumption";
    private static final String SEVEN = "{\"minutes_per_conversation\": 7.50, \"hourly_cost_idr\": 42500}";

    private final AssumptionsFixture service = new AssumptionsFixture(
            ORGANIZATIONS.incrementAndGet(),
            Deployment.PROPERTIES,
            Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), ZoneOffset.UTC));

    @Test
    void sixMinutesAreAssumedUntilSomebodySetsThem() throws Exception {
        service.http
                .perform(get(PATH))
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(
                        content()
                                .json(
                                        """
                {"minutes_per_conversation": 6, "hourly_cost_idr": null, "assumed": true, "version": 0,
                 "set_by": null, "set_at": null}
                """));
    }

    @Test
    void whatIsSetStandsWithWhoSetItAndIsAudited() throws Exception {
        service.http
                .perform(set(SEVEN, "\"0\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        service.http
                .perform(get(PATH))
                .andExpect(
                        content()
                                .json(
                                        """
                {"minutes_per_conversation": 7.5, "hourly_cost_idr": 42500, "assumed": false, "version": 1,
                 "set_by": "rina", "set_at": "2026-11-20T03:00:00Z"}
                """));
        assertThat(service.audited)
                .containsExactly("rina impact.cost_assumption.set 0 1 [/hourly_cost_idr, /minutes_per_conversation]");
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() throws Exception {
        service.http.perform(get(PATH).header("If-None-Match", "\"0\"")).andExpect(status().isNotModified());
    }

    @Test
    void anAnswerCanBeChangedAndSentBack() throws Exception {
        service.http.perform(set(SEVEN, "\"0\""));
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http
                .perform(set(answer.replace("7.5", "8"), "\"1\""))
                .andExpect(jsonPath("$.minutes_per_conversation").value(8));
        assertThat(service.audited.get(1)).isEqualTo("rina impact.cost_assumption.set 1 2 [/minutes_per_conversation]");
    }

    @Test
    void anAnswerWithOnlyTheCostAddedKeepsTheMinutesAssumed() throws Exception {
        String answer =
                service.http.perform(get(PATH)).andReturn().getResponse().getContentAsString();
        service.http
                .perform(set(answer.replace("\"hourly_cost_idr\":null", "\"hourly_cost_idr\":42500"), "\"0\""))
                .andExpect(status().isOk());
        service.http
                .perform(get(PATH))
                .andExpect(jsonPath("$.minutes_per_conversation").value(6))
                .andExpect(jsonPath("$.hourly_cost_idr").value(42500))
                .andExpect(jsonPath("$.assumed").value(true))
                .andExpect(jsonPath("$.version").value(1));
        assertThat(service.audited).containsExactly("rina impact.cost_assumption.set 0 1 [/hourly_cost_idr]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"minutes_per_conversation\": 6}; false",
                "{\"minutes_per_conversation\": 6, \"assumed\": null}; false",
                "{\"minutes_per_conversation\": 6, \"assumed\": false}; false",
                "{\"minutes_per_conversation\": 6.01, \"assumed\": true}; false",
                "{\"minutes_per_conversation\": 6.00, \"assumed\": true}; true"
            })
    void onlyTheDefaultSentBackAsAssumedIsAssumed(String body, boolean assumed) throws Exception {
        service.http.perform(set(body, "\"0\"")).andExpect(jsonPath("$.assumed").value(assumed));
        assertThat(service.audited)
                .containsExactly(
                        "rina impact.cost_assumption.set 0 1 " + (assumed ? "[]" : "[/minutes_per_conversation]"));
    }

    @Test
    void everyVersionIsKept() throws Exception {
        service.http.perform(set(SEVEN, "\"0\""));
        service.http.perform(set("{\"minutes_per_conversation\": 60}", "\"1\""));
        service.http
                .perform(get(PATH + "/history"))
                .andExpect(jsonPath("$.meta.total").value(2))
                .andExpect(jsonPath("$.data[0].minutes_per_conversation").value(60))
                .andExpect(jsonPath("$.data[0].hourly_cost_idr").doesNotExist())
                .andExpect(jsonPath("$.data[1].version").value(1))
                .andExpect(jsonPath("$.data[1].hourly_cost_idr").value(42500));
    }

    @Test
    void withoutIfMatchNothingIsSet() {
        assertRefused(put(PATH).contentType(MediaType.APPLICATION_JSON).content(SEVEN), ProblemType.IF_MATCH_REQUIRED);
    }

    @Test
    void onceMovedOnTheOldVersionIsRefused() throws Exception {
        service.http.perform(set(SEVEN, "\"0\""));
        assertRefused(set(SEVEN, "\"0\""), ProblemType.VERSION_MOVED_ON);
        assertThat(service.audited).hasSize(1);
    }

    @Test
    void whatCannotBeAuditedDoesNotStand() throws Exception {
        assertThatThrownBy(() -> service.http.perform(set(SEVEN, "\"0\"").header("X-Request-Id", "refused")))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        service.http.perform(get(PATH)).andExpect(jsonPath("$.version").value(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 0}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": -1}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 480.01}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 1.001}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 1e-900}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 1e900}; /minutes_per_conversation",
                "{\"minutes_per_conversation\": 6, \"hourly_cost_idr\": 0}; /hourly_cost_idr",
                "{\"minutes_per_conversation\": 6, \"hourly_cost_idr\": 1.5}; /hourly_cost_idr",
                "{\"minutes_per_conversation\": 6, \"hourly_cost_idr\": 100000001}; /hourly_cost_idr"
            })
    void whatMakesNoSenseIsRefusedAtItsPlace(String body, String pointer) {
        ProblemException problem = assertRefused(set(body, "\"0\""), ProblemType.INVALID_INPUT);
        assertThat(problem.findings()).hasSize(1);
        assertThat(problem.findings().get(0).pointer()).isEqualTo(pointer);
    }

    private ProblemException assertRefused(MockHttpServletRequestBuilder request, ProblemType type) {
        Throwable thrown = catchThrowable(() -> service.http.perform(request));
        assertThat(thrown).hasCauseInstanceOf(ProblemException.class);
        ProblemException problem = (ProblemException) thrown.getCause();
        assertThat(problem.type()).isEqualTo(type);
        return problem;
    }

    private static MockHttpServletRequestBuilder set(String body, String ifMatch) {
        return put(PATH).contentType(MediaType.APPLICATION_JSON).content(body).header("If-Match", ifMatch);
    }
}
