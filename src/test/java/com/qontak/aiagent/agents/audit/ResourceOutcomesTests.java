package com.qontak.aiagent.agents.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.testing.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(30)
class ResourceOutcomesTests {

    private static final Caller CALLER = new Caller(
            "a",
            Set.of(Role.BOT_BUILDER),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    private final OwnDatabase database = OwnDatabase.migrated();
    private final HikariDataSource pool = database.pool();

    @AfterEach
    void closeDatabase() {
        pool.close();
        database.close();
    }

    @Test
    void firstFinalStatusCountsOnWhicheverInstanceItIsSeen() {
        ResourceOutcomes one = outcomes();
        ResourceOutcomes other = outcomes();
        one.observed(CALLER, TrailRows.agent(1), "doc_1", false).block();
        one.observed(CALLER, TrailRows.agent(1), "doc_1", true).block();
        other.observed(CALLER, TrailRows.agent(1), "doc_1", true).block();
        other.observed(CALLER, TrailRows.agent(1), "doc_2", true).block();

        assertThat(rows()).containsExactly("doc_1 failed", "doc_2 ready");
    }

    @Test
    void readIsNotDisturbedWhileTheDatabaseIsAway() {
        ResourceOutcomes away = outcomes();
        pool.close();

        away.observed(CALLER, TrailRows.agent(1), "doc_1", true).block();

        assertThat(rows()).isEmpty();
    }

    private ResourceOutcomes outcomes() {
        return new ResourceOutcomes(JdbcClient.create(pool), database.calls(), Clock.systemUTC());
    }

    private List<String> rows() {
        return database.rows()
                .sql("select resource_id || ' ' || outcome from ai_agent_bff.resource_outcome order by resource_id")
                .query(String.class)
                .list();
    }
}
