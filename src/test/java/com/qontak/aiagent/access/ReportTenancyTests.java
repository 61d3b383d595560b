package com.qontak.aiagent.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.ApiCaller;
import com.qontak.aiagent.testing.ApiOperation;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one organization does and decides changes no answer of the report that another one gets. */
@ServiceTest
class ReportTenancyTests {

    private static final long QUIET = 71;
    private static final long BUSY = 72;

    private static final String ORGANIZATIONS =
            """
            INSERT INTO organizations (id, name, plan, settings)
            VALUES (71, 'Quiet', 'plus', '{"time_zone": "Asia/Jakarta"}'),
                   (72, 'Busy', 'plus', '{"time_zone": "Asia/Jakarta"}')
            """;

    private static final String ROOMS =
            """
            WITH room AS (
                INSERT INTO rooms
                SELECT gen_random_uuid(), 72, n, 'whatsapp', '5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001', NULL,
                       now() - interval '9 days 1 hour', now() - interval '9 days', 'RESOLVE_AI',
                       now() - interval '9 days'
                FROM generate_series(1, 37) AS n
                RETURNING id, organization_id)
            INSERT INTO ai_activity_logs (room_id, organization_id, started_at, turns, sentiment_start, sentiment_end)
            SELECT id, organization_id, now() - interval '9 days 1 hour', 5, -0.5, 0.5
            FROM room
            """;

    private final ApiCaller api;
    private final JdbcClient rows;

    @Autowired
    ReportTenancyTests(Environment environment, JdbcClient rows) {
        this.api = ApiCaller.of(environment);
        this.rows = rows;
    }

    @Test
    void whatOneOrganizationDoesAndDecidesIsNotInTheReportOfAnother() {
        rows.sql(ORGANIZATIONS).update();
        Map<String, String> before = answers();

        rows.sql(ROOMS).update();
        calls("PUT").forEach(call -> assertThat(api.call(call, Tokens.of(BUSY, "owner"), Map.of("If-Match", "\"0\""))
                        .statusCode())
                .isEqualTo(200));

        assertThat(answers()).isEqualTo(before).hasSize(calls("GET").size());
        assertThat(calls("GET"))
                .filteredOn(call -> call.path().endsWith("/containment"))
                .singleElement()
                .satisfies(call -> assertThat(api.call(call, address(call), Tokens.of(BUSY, "owner"), Map.of())
                                .body())
                        .contains("\"handled\":37"));
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (ApiOperation call : calls("GET")) {
            HttpResponse<String> answer = api.call(call, address(call), Tokens.of(QUIET, "owner"), Map.of());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            // A tag is of the figures alone, without the time they are told at.
            answers.put(call.name(), answer.headers().firstValue("ETag").orElse(answer.body()));
        }
        return answers;
    }

    private static List<ApiOperation> calls(String method) {
        return ApiOperation.all().stream()
                .filter(call -> call.path().startsWith("/impact"))
                .filter(call -> call.method().equals(method))
                .toList();
    }

    private static String address(ApiOperation call) {
        LocalDate yesterday =
                LocalDate.now(Clock.system(ZoneId.of("Asia/Jakarta"))).minusDays(1);
        String address = call.path();
        if (call.query().contains("from")) {
            address += "?from=" + yesterday.minusDays(27) + "&to=" + yesterday;
        }
        return call.query().contains("outcome") ? address + "&outcome=handled" : address;
    }
}
