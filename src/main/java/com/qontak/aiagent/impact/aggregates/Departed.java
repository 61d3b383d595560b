package com.qontak.aiagent.impact.aggregates;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives up the copies of organizations that are no more, some rooms in a transaction. From the first of them on the copy is
 * not used, and one whose organization comes back meanwhile is filled from the first room on.
 */
final class Departed {

    /** Of all organizations on purpose, one narrow row for each. */
    private static final String COPIED =
            """
            select organization_id
            from ai_agent_bff.impact_mirror
            order by organization_id
            """;

    private static final String ROOMS =
            """
            with gone as (
              delete from ai_agent_bff.impact_room
              where organization_id = :organizationId
                and id in (
                  select id from ai_agent_bff.impact_room where organization_id = :organizationId limit :chunk)
              returning id
            ),
            logs as (
              delete from ai_agent_bff.impact_log l
              using gone
              where l.organization_id = :organizationId
                and l.room_id = gone.id
            )
            select count(*) from gone
            """;

    /** What is counted of a day goes with the day. */
    private static final List<String> COUNTED = List.of(
            "delete from ai_agent_bff.impact_day where organization_id = :organizationId",
            "delete from ai_agent_bff.impact_month_length where organization_id = :organizationId",
            "delete from ai_agent_bff.impact_month_turn where organization_id = :organizationId");

    private static final String STATE =
            "delete from ai_agent_bff.impact_mirror where organization_id = :organizationId";

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MirrorStates states;
    private final int chunk;

    Departed(TransactionTemplate transaction, JdbcClient jdbc, MirrorStates states, int chunk) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.states = states;
        this.chunk = chunk;
    }

    /**
     * @param present the organizations there are, as they were read a moment ago; when there is none, that is taken for a
     *     mistake rather than for the end of all
     * @return those whose copy is kept though they are no more
     * @throws org.springframework.dao.DataAccessException if the database cannot answer
     */
    List<Long> among(Collection<Long> present) {
        if (present.isEmpty()) {
            return List.of();
        }
        Set<Long> known = Set.copyOf(present);
        return jdbc.sql(COPIED).query(Long.class).list().stream()
                .filter(organization -> !known.contains(organization))
                .toList();
    }

    /**
     * A step with the copy of one of them.
     *
     * @param organizationId the organization
     * @return whether nothing of it is left; not while another refresher is at it
     * @throws org.springframework.dao.DataAccessException if the database cannot answer; nothing has changed then
     */
    boolean giveUp(long organizationId) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> states.lock(organizationId).map(this::giveUp).orElse(false)));
    }

    private boolean giveUp(MirrorState state) {
        long organization = state.organizationId();
        COUNTED.forEach(counted -> delete(counted, organization));
        long gone = jdbc.sql(ROOMS)
                .param("organizationId", organization)
                .param("chunk", chunk)
                .query(Long.class)
                .single();
        if (gone < chunk) {
            delete(STATE, organization);
            return true;
        }
        MirrorState anew = state.startOver(state.telling());
        states.save(anew.readTo(anew.readTo(), null, state.rooms() - gone));
        return false;
    }

    private void delete(String sql, long organizationId) {
        jdbc.sql(sql).param("organizationId", organizationId).update();
    }
}
