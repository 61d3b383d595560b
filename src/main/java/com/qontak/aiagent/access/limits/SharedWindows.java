package com.qontak.aiagent.access.limits;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minutes of all organizations, shared by all instances through one table. A minute begins with its first request
 * and lasts 60 seconds; the next one begins with the first request after it.
 */
@Component
class SharedWindows {

    static final Duration MINUTE = Duration.ofSeconds(60);

    private static final int PATIENCE_SECONDS = 1;
    // At most this share of a limit is given at once, so that little lies idle with an instance that is not asked.
    private static final int SHARE_OF_LIMIT = 30;
    // And at most this share of what is left, so that the last ones are given one by one.
    private static final int SHARE_OF_REST = 4;

    private static final String TAKE =
            """
            INSERT INTO ai_agent_bff.limit_window AS w (organization_id, kind, starts_at, taken, granted)
            VALUES (:organization_id, :kind, :now, :most, :most)
            ON CONFLICT (organization_id, kind) DO UPDATE
            SET (starts_at, taken, granted) = (
                SELECT CASE WHEN over THEN excluded.starts_at ELSE w.starts_at END, used + granted, granted
                FROM (SELECT over, used, least(:most, greatest((:limit - used) / :share_of_rest, 1),
                                               greatest(:limit - used, 0)) AS granted
                      FROM (SELECT w.starts_at <= :expired AS over,
                                   CASE WHEN w.starts_at <= :expired THEN 0 ELSE w.taken END AS used) AS minute
                     ) AS next)
            RETURNING starts_at, taken, granted
            """;

    private final JdbcClient jdbc;

    SharedWindows(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * @param limit requests a minute
     * @return what this instance may let through of it; in sum over all instances never more than the limit
     * @throws org.springframework.dao.DataAccessException if the database cannot answer
     */
    Grant take(long organizationId, LimitedKind kind, int limit, Instant now) {
        return jdbc.sql(TAKE)
                .param("organization_id", organizationId)
                .param("kind", kind.word())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expired", now.minus(MINUTE).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("most", Math.max(1, limit / SHARE_OF_LIMIT))
                .param("share_of_rest", SHARE_OF_REST)
                .query((row, number) -> {
                    Timestamp startsAt = row.getTimestamp("starts_at");
                    return new Grant(
                            row.getInt("granted"),
                            Math.max(0, limit - row.getInt("taken")),
                            startsAt.toInstant().plus(MINUTE));
                })
                .single();
    }
}
