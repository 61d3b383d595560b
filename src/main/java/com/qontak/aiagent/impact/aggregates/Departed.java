package com.qontak.aiagent.impact.aggregates;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives up the copies of organizations that are no more, some rooms in a transaction. From the first of them on the copy is
 * not used, and one whose organization comes back meanwhile is filled from the first room on.
 */
final class Departed {

    /** Of all organizations on purpose: the next that is not among those there are. */
    private static final String NEXT =
            """
            select organization_id
            from ai_agent_bff.impact_mirror
            where organization_id <> all (cast(:ids as bigint[]))
            order by organization_id
            limit 1
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
     * A step with the copy of one of them.
     *
     * @param present the organizations there are; when there is none, nothing is given up, since that is a mistake
     *     rather than the end of all
     * @return the organization, if there was one to give up
     * @throws org.springframework.dao.DataAccessException if the database cannot answer; nothing has changed then
     */
    Optional<Long> giveUp(Collection<Long> present) {
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> next = jdbc.sql(NEXT)
                .param("ids", present.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")))
                .query(Long.class)
                .optional();
        next.ifPresent(organization -> transaction.executeWithoutResult(
                status -> states.lock(organization).ifPresent(this::giveUp)));
        return next;
    }

    private void giveUp(MirrorState state) {
        long organization = state.organizationId();
        COUNTED.forEach(counted -> delete(counted, organization));
        long gone = jdbc.sql(ROOMS)
                .param("organizationId", organization)
                .param("chunk", chunk)
                .query(Long.class)
                .single();
        if (gone < chunk) {
            delete(STATE, organization);
        } else {
            MirrorState anew = state.startOver(state.telling());
            states.save(anew.readTo(anew.readTo(), null, state.rooms() - gone));
        }
    }

    private void delete(String sql, long organizationId) {
        jdbc.sql(sql).param("organizationId", organizationId).update();
    }
}
