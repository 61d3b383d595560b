package com.qontak.aiagent.impact.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class LookInterceptorTests {

    // Organizations of this test alone: the service remembers whose look it has noted.
    private static final long UNSEEN = 7001;
    private static final long SEEN = 7002;
    private static final long SEEN_LAST = 7003;

    private final Api api;
    private final JdbcClient jdbc;

    @Autowired
    LookInterceptorTests(Environment environment, JdbcClient jdbc) {
        this.api = Api.of(environment);
        this.jdbc = jdbc;
    }

    @Test
    void onlyFiguresShownToAnOwnAdminAreALook() {
        jdbc.sql("INSERT INTO organizations (id, name, plan, settings) SELECT id, 'Toko', 'plus', '{}' FROM unnest("
                        + "ARRAY[7001, 7002, 7003]) AS id")
                .update();

        see(api.as(UNSEEN, "supervisor"), "/impact/containment", 200);
        see(api.as(UNSEEN, "org_admin"), "/impact/settings", 200);
        see(api.as(UNSEEN, "org_admin"), "/impact/containment?from=nonsense", 422);
        see(api.as(UNSEEN, "bot_builder"), "/impact/containment", 403);
        api.as(1, "specialist")
                .get()
                .uri("/impact/containment")
                .header("X-Organization-Id", Long.toString(UNSEEN))
                .exchange()
                .expectStatus()
                .isOk();
        see(api.as(SEEN, "owner"), "/impact/report", 200);
        see(api.as(SEEN_LAST, "bot_builder", "org_admin"), "/impact/report.html", 200);

        await().until(() -> looked().containsAll(List.of(SEEN, SEEN_LAST)));
        assertThat(looked()).doesNotContain(UNSEEN);
    }

    private List<Long> looked() {
        return jdbc.sql("SELECT organization_id FROM ai_agent_bff.report_look")
                .query(Long.class)
                .list();
    }

    private static void see(WebTestClient client, String uri, int status) {
        client.get().uri(uri).exchange().expectStatus().isEqualTo(status);
    }
}
