package com.qontak.aiagent.impact.assumptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class RecordedAssumptionTests {

    // Of this class alone: what is set for an organization stands for as long as the service.
    private static final long ORGANIZATION = 403;

    private final WebTestClient admin;
    private final JdbcClient jdbc;

    @Autowired
    RecordedAssumptionTests(Environment environment, JdbcClient jdbc) {
        this.admin = Api.of(environment).as(ORGANIZATION, "org_admin");
        this.jdbc = jdbc;
        jdbc.sql("INSERT INTO organizations (id, name, plan) VALUES (:id, 'Toko', 'plus') ON CONFLICT DO NOTHING")
                .param("id", ORGANIZATION)
                .update();
    }

    @Test
    void changeOfAnAssumptionStandsInTheAuditTrailAndARefusedOneDoesNot() {
        String request = UUID.randomUUID().toString();
        String seen = admin.get()
                .uri("/impact/cost_assumption")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();

        set(seen, request).expectStatus().isOk();
        set(seen, request).expectStatus().isEqualTo(412);

        List<String> events = jdbc.sql(
                        """
                        SELECT i.organization_id || ' ' || i.actor_id || ' ' || i.action || ' ' || o.outcome || ' '
                               || array_to_string(o.changed, ' ')
                        FROM ai_agent_bff.audit_intent i
                        JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
                        WHERE i.request_id = :request
                        """)
                .param("request", request)
                .query(String.class)
                .list();
        assertThat(events)
                .containsExactly("403 org_admin-403 impact.cost_assumption.set succeeded"
                        + " /hourly_cost_idr /minutes_per_conversation");
    }

    /** Their versions are small numbers: what a browser kept of one organization would pass for another's. */
    @ParameterizedTest
    @ValueSource(strings = {"/impact/cost_assumption", "/impact/settings"})
    void noBrowserKeepsAnAssumption(String path) {
        admin.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*");
    }

    private WebTestClient.ResponseSpec set(String seen, String request) {
        return admin.put()
                .uri("/impact/cost_assumption")
                .header("If-Match", seen)
                .header("X-Request-Id", request)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"minutes_per_conversation\": 7.5, \"hourly_cost_idr\": 42500}")
                .exchange();
    }
}
