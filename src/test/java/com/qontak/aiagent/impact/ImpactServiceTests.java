package com.qontak.aiagent.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The report's calls through every layer of the service. */
@ServiceTest
class ImpactServiceTests {

    // Of this class alone: what is set for an organization stands for as long as the service.
    private static final long SETTING = 401;
    private static final long UNSET = 402;

    private final Api api;

    @Autowired
    ImpactServiceTests(Environment environment, JdbcClient rows) {
        this.api = Api.of(environment);
        rows.sql(
                        "INSERT INTO organizations (id, name, plan) VALUES (:setting, 'Toko', 'plus'), (:unset, 'Toko', 'plus')"
                                + " ON CONFLICT DO NOTHING")
                .param("setting", SETTING)
                .param("unset", UNSET)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report", "containment", "waterfall", "reopen_curve", "trend", "forecast", "after_hours",
                "work_absorbed", "sentiment", "turns", "journey", "report.csv", "report.html", "cost_assumption",
                "cost_assumption/history", "settings", "settings/history", "conversations?outcome=handled"
            })
    void everyCallIsForThoseWhoReadTheReport(String call) {
        for (String role : new String[] {"org_admin", "supervisor", "owner", "specialist"}) {
            assertThat(status(api.as(1, role), call)).as(role).isEqualTo(200);
        }
        assertThat(status(api.as(1, "bot_builder"), call)).isEqualTo(403);
        assertThat(status(api.anonymous(), call)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, /from",
        "to=2999-01-01, /to",
        "from=2026-02-02&to=2026-02-01, /from",
        "from=2020-01-01&to=2026-01-01, /from",
        "ai_agent_id=1, /ai_agent_id",
        "channel=%00, /channel",
        "channel=a&channel=b, /channel",
        "from=2026-02-01&from=2026-02-01, /from",
        "per_page=1&per_page=2, /per_page"
    })
    void aQuestionThatMakesNoSenseIsAnsweredAtItsParameter(String query, String pointer) {
        String problem = api.as(1, "owner")
                .get()
                .uri(base -> URI.create(base.build() + "/impact/report?" + query))
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem).contains("\"pointer\":\"" + pointer + "\"").doesNotContain("finding.");
    }

    @Test
    void whatAnAdminSetsStandsForTheirOrganizationAlone() {
        String body = "{\"minutes_per_conversation\": 8, \"hourly_cost_idr\": 30000}";
        assertThat(set(SETTING, "org_admin", "cost_assumption", "\"0\"", body)
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertMinutes(SETTING, 8);
        assertMinutes(UNSET, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "specialist"})
    void othersMaySetNothing(String role) {
        assertThat(set(1, role, "settings", "\"0\"", "{}").getStatus().value()).isEqualTo(403);
    }

    @Test
    void aChangeNeedsTheVersionItChanges() {
        assertThat(set(UNSET, "owner", "settings", "", "{}").getStatus().value())
                .isEqualTo(428);
        EntityExchangeResult<byte[]> movedOn = set(UNSET, "owner", "settings", "\"7\"", "{}");
        assertThat(movedOn.getStatus().value()).isEqualTo(412);
        assertThat(movedOn.getResponseHeaders().getETag()).isEqualTo("\"0\"");
    }

    private static int status(WebTestClient caller, String call) {
        return caller.get()
                .uri("/impact/" + call)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private void assertMinutes(long organizationId, int minutes) {
        api.as(organizationId, "supervisor")
                .get()
                .uri("/impact/work_absorbed")
                .exchange()
                .expectBody()
                .jsonPath("$.work_absorbed.minutes_per_conversation")
                .isEqualTo(minutes);
    }

    private EntityExchangeResult<byte[]> set(
            long organizationId, String role, String what, String ifMatch, String body) {
        return api.as(organizationId, role)
                .put()
                .uri("/impact/" + what)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
