package com.qontak.aiagent.impact.aggregates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the copies of all organizations are. */
final class Progress {

    /** Of all organizations on purpose: it is the service's own bookkeeping, one narrow row for each. */
    private static final String SUMMARY =
            """
            select
              count(*) filter (where fresh_as_of is not null) as fresh,
              count(*) filter (where fresh_as_of is null and unusable is null) as filling,
              count(*) filter (where unusable is not null) as unusable,
              coalesce(sum(rooms), 0) as rooms,
              min(fresh_as_of) as stalest
            from ai_agent_bff.impact_mirror
            """;

    /** Of all organizations on purpose, as above. */
    private static final String UNFINISHED =
            """
            select organization_id, rooms, unusable
            from ai_agent_bff.impact_mirror
            where fresh_as_of is null
            order by rooms desc, organization_id
            limit 100
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Progress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return of all organizations together */
    Summary summary() {
        Instant now = clock.instant();
        return jdbc.sql(SUMMARY)
                .query((result, number) -> {
                    OffsetDateTime stalest = result.getObject("stalest", OffsetDateTime.class);
                    return new Summary(
                            result.getLong("fresh"),
                            result.getLong("filling"),
                            result.getLong("unusable"),
                            result.getLong("rooms"),
                            stalest == null ? null : Duration.between(stalest.toInstant(), now));
                })
                .single();
    }

    /** @return those whose copy is not used yet, the largest first; 100 at most */
    List<Unfinished> unfinished() {
        return jdbc.sql(UNFINISHED).query(Unfinished.class).list();
    }

    /**
     * @param fresh organizations whose copy is used
     * @param filling organizations whose copy is being filled
     * @param unusable organizations whose rooms cannot be followed
     * @param rooms in all copies together
     * @param lag how far the stalest copy in use is behind; null when none is
     */
    record Summary(long fresh, long filling, long unusable, long rooms, @Nullable Duration lag) {}

    /**
     * @param organizationId the tenant
     * @param rooms how many its copy holds so far
     * @param unusable why it cannot be used; null while it is being filled
     */
    record Unfinished(long organizationId, long rooms, @Nullable String unusable) {}
}
