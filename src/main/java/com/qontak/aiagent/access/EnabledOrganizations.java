package com.qontak.aiagent.access;

import com.qontak.aiagent.database.ReadOnlyDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the organizations that {@link Organization#isEntitled()} and {@link Organization#isAutonomousModeEnabled()}
 * hold for: a figure of the initiative, over all organizations.
 */
@Component
public final class EnabledOrganizations {

    private static final int PATIENCE_SECONDS = 10;

    private static final String COUNT =
            """
            SELECT count(*)
            FROM organizations
            WHERE plan IN (:plans)
              AND settings ->> 'ai_agent_engine_version' = :engine_version
            """;

    private final JdbcClient jdbc;

    /** @param dataSource connections that may read the relation {@code organizations} */
    public EnabledOrganizations(@ReadOnlyDatabase DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Blocks while it counts.
     *
     * @return how many there are
     * @throws org.springframework.dao.DataAccessException if the database cannot answer
     */
    public long count() {
        return jdbc.sql(COUNT)
                .param("plans", Organization.ENTITLED_PLANS)
                .param("engine_version", Integer.toString(Organization.AUTONOMOUS_ENGINE_VERSION))
                .query(Long.class)
                .single();
    }
}
