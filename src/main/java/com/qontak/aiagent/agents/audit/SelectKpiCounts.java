package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.agents.AgentAction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what the initiative's figures are made of; blocks while it does. They are the initiative's, not a tenant's,
 * so these queries alone ask for all organizations.
 */
@Component
class SelectKpiCounts {

    private static final int PATIENCE_SECONDS = 10;

    private static final List<String> SAVES = words(
            AgentAction.CREATE,
            AgentAction.MIGRATE,
            AgentAction.REPLACE,
            AgentAction.PATCH,
            AgentAction.RESTORE,
            AgentAction.APPLY);
    private static final List<String> BEGINNINGS = words(AgentAction.GENERATE, AgentAction.CREATE, AgentAction.MIGRATE);

    private static final String AGENTS =
            """
            WITH done AS (
                SELECT DISTINCT o.organization_id, o.ai_agent_uuid, i.action = :preview AS previewed
                FROM ai_agent_bff.audit_intent i
                JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
                WHERE i.action IN (:saves, :preview)
                  AND o.outcome = 'succeeded'
                  AND o.ai_agent_uuid IS NOT NULL
                  AND (o.version_after IS NULL OR o.version_after IS DISTINCT FROM o.version_before)
            ), agent AS (
                SELECT organization_id, ai_agent_uuid, bool_or(NOT previewed) AS saved, bool_or(previewed) AS previewed
                FROM done
                GROUP BY organization_id, ai_agent_uuid
            )
            SELECT count(*) FILTER (WHERE saved) AS saved,
                   count(*) FILTER (WHERE previewed) AS previewed,
                   count(*) FILTER (WHERE saved AND previewed) AS both,
                   count(DISTINCT organization_id) FILTER (WHERE saved AND previewed) AS organizations
            FROM agent
            """;

    private static final String RATE =
            """
            SELECT count(*) FILTER (WHERE o.outcome = 'succeeded') AS succeeded,
                   count(*) FILTER (WHERE o.outcome IN ('succeeded', 'failed')
                                       OR o.problem = 'upstream-rejected'
                                       OR (o.outcome IS NULL AND i.at <= :unknown_since)) AS finished
            FROM ai_agent_bff.audit_intent i
            LEFT JOIN ai_agent_bff.audit_outcome o USING (organization_id, event_id)
            WHERE i.action = :action
            """;

    private static final String RESOURCES =
            """
            SELECT count(*) FILTER (WHERE outcome = 'ready') AS succeeded, count(*) AS finished
            FROM ai_agent_bff.resource_outcome
            """;

    private static final String FIRST_SAVES =
            """
            WITH call AS (
                SELECT i.organization_id, i.actor_id, i.at, o.at AS made_at,
                       count(o.at) OVER (
                           PARTITION BY i.organization_id, i.actor_id
                           ORDER BY i.at, i.event_id
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS made_before
                FROM ai_agent_bff.audit_intent i
                LEFT JOIN ai_agent_bff.audit_outcome o
                  ON o.organization_id = i.organization_id
                 AND o.event_id = i.event_id
                 AND o.outcome = 'succeeded'
                 AND o.version_before = 0
                WHERE i.action IN (:beginnings)
            ), first_save AS (
                SELECT extract(epoch FROM max(made_at) - min(at)) AS seconds
                FROM call
                GROUP BY organization_id, actor_id, made_before
                HAVING max(made_at) IS NOT NULL
            )
            SELECT count(*) AS first_saves,
                   CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS numeric) AS median_seconds
            FROM first_save
            """;

    private final JdbcClient jdbc;
    private final Unfinished unfinished;
    private final Clock clock;

    SelectKpiCounts(DataSource dataSource, Unfinished unfinished, Clock clock) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(template);
        this.unfinished = unfinished;
        this.clock = clock;
    }

    KpiCounts counts() {
        KpiCounts.Rate drafts = rate(AgentAction.GENERATE);
        KpiCounts.Rate previews = rate(AgentAction.PREVIEW);
        KpiCounts.Rate resources =
                jdbc.sql(RESOURCES).query(SelectKpiCounts::rate).single();
        FirstSaves firstSaves = jdbc.sql(FIRST_SAVES)
                .param("beginnings", BEGINNINGS)
                .query((row, number) -> new FirstSaves(row.getLong("first_saves"), row.getBigDecimal("median_seconds")))
                .single();
        return jdbc.sql(AGENTS)
                .param("saves", SAVES)
                .param("preview", AgentAction.PREVIEW.word())
                .query((row, number) -> new KpiCounts(
                        row.getLong("saved"),
                        row.getLong("previewed"),
                        row.getLong("both"),
                        row.getLong("organizations"),
                        drafts,
                        previews,
                        resources,
                        firstSaves.count(),
                        firstSaves.medianSeconds()))
                .single();
    }

    private KpiCounts.Rate rate(AgentAction action) {
        OffsetDateTime unknownSince =
                clock.instant().minus(unfinished.longest(action.word())).atOffset(ZoneOffset.UTC);
        return jdbc.sql(RATE)
                .param("action", action.word())
                .param("unknown_since", unknownSince)
                .query(SelectKpiCounts::rate)
                .single();
    }

    private static KpiCounts.Rate rate(ResultSet row, int number) throws SQLException {
        return new KpiCounts.Rate(row.getLong("succeeded"), row.getLong("finished"));
    }

    private static List<String> words(AgentAction... actions) {
        return Arrays.stream(actions).map(AgentAction::word).toList();
    }

    private record FirstSaves(long count, @Nullable BigDecimal medianSeconds) {}
}
