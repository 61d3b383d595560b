package com.qontak.aiagent.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequiredRelationTests {

    private final JdbcClient jdbc =
            JdbcClient.create(TestDatabase.shared().freshDatabase().dataSource());

    @BeforeEach
    void makeTheRelation() {
        jdbc.sql("CREATE TABLE rooms (id uuid, organization_id bigint)").update();
    }

    @Test
    void relationWithItsColumnsPasses() {
        assertThatCode(() -> check("SELECT id, organization_id FROM rooms WHERE organization_id IS NULL"))
                .doesNotThrowAnyException();
    }

    @Test
    void missingColumnIsNamed() {
        assertThatThrownBy(() -> check("SELECT id, closed_at FROM rooms WHERE organization_id IS NULL"))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("rooms")
                .hasMessageContaining("closed_at");
    }

    @Test
    void missingRelationIsNamed() {
        assertThatThrownBy(() -> check("SELECT id FROM conversations WHERE organization_id IS NULL"))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("conversations");
    }

    private void check(String select) {
        RequiredRelation.check(jdbc, "rooms", select);
    }
}
