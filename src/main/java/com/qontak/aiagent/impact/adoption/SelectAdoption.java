package com.qontak.aiagent.impact.adoption;

import com.qontak.aiagent.access.EnabledOrganizations;
import com.qontak.aiagent.access.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the organizations that use the report; blocks while it does. The figures are the initiative's, not a
 * tenant's, so this query asks for all organizations. The month turns in {@link Organization#DEFAULT_TIME_ZONE}.
 */
@Component
class SelectAdoption {

    private static final int PATIENCE_SECONDS = 10;

    private static final String LOOKS =
            """
            WITH look AS (
                SELECT organization_id,
                       bool_or(month = :this_month) AS this_month,
                       bool_or(month = :last_month) AS last_month,
                       bool_or(month = :month_before) AS month_before
                FROM ai_agent_bff.report_look
                WHERE month IN (:this_month, :last_month, :month_before)
                GROUP BY organization_id
            )
            SELECT count(*) FILTER (WHERE this_month) AS looked_this_month,
                   count(*) FILTER (WHERE last_month) AS looked_last_month,
                   count(*) FILTER (WHERE this_month AND last_month) AS returned_this_month,
                   count(*) FILTER (WHERE last_month AND month_before) AS returned_last_month
            FROM look
            """;

    private final JdbcClient jdbc;
    private final EnabledOrganizations enabled;
    private final Clock clock;

    SelectAdoption(DataSource dataSource, EnabledOrganizations enabled, Clock clock) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(template);
        this.enabled = enabled;
        this.clock = clock;
    }

    Adoption adoption() {
        LocalDate thisMonth = YearMonth.from(clock.instant().atZone(Organization.DEFAULT_TIME_ZONE))
                .atDay(1);
        long count = enabled.count();
        return jdbc.sql(LOOKS)
                .param("this_month", thisMonth)
                .param("last_month", thisMonth.minusMonths(1))
                .param("month_before", thisMonth.minusMonths(2))
                .query((row, number) -> new Adoption(
                        count,
                        row.getLong("looked_this_month"),
                        row.getLong("looked_last_month"),
                        row.getLong("returned_this_month"),
                        row.getLong("returned_last_month")))
                .single();
    }
}
