package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rooms that closed in a period, each with its outcome: the one place where {@code rooms} is read and judged.
 * <p>Source: {@code closed_reason}, {@code ai_agent_id}, {@code assign_channel_agent_id} and the contact's later rooms;
 * bare {@code RESOLVE} is never a win. The comeback is looked for among all rooms of the organization, whoever handled
 * them, in ({@code closed_at}, {@code closed_at} + window].
 * <p>The comebacks are a join and not a subquery per room, so that a relation without the documented indexes is hashed
 * once instead of read once per room.
 */
public final class ClassifiedRooms {

    private static final String CLOSED =
            """
            with closed as (
              select
                r.id,
                r.contact_id,
                r.channel,
                r.ai_agent_id,
                r.created_at,
                r.closed_at,
                r.closed_at <= :settledThrough as settled,
                r.ai_agent_id is not null as by_ai,
                r.assign_channel_agent_id is not null as by_person,
                r.closed_reason is not distinct from 'RESOLVE_AI' as resolved_by_ai
                %2$s
              %3$s
                and (cast(:channel as text) is null or r.channel = :channel)
                and (cast(:aiAgentId as uuid) is null or r.ai_agent_id = :aiAgentId)
            ),
            """;

    private static final String WHOLE =
            """
            from %1$s r
              where r.organization_id = :organizationId
                and r.closed_at >= :start
                and r.closed_at < :end\
            """;

    private static final String IN_PARTS =
            """
            from unnest((select cast(:starts as timestamptz[])), (select cast(:ends as timestamptz[])))
                with ordinality as part (starts_at, ends_at, place)
              join %1$s r
                on r.organization_id = :organizationId
                and r.closed_at >= part.starts_at
                and r.closed_at < part.ends_at
              where true\
            """;

    private static final String RETURNED =
            """
            returned as (
              select a.id, min(c.created_at - a.closed_at) as returned_after
              from closed a
              join %1$s c
                on c.contact_id = a.contact_id
                and c.created_at > a.closed_at
                and c.created_at <= a.closed_at + make_interval(secs => :within)
                and c.id <> a.id
              where c.organization_id = :organizationId
                and c.created_at > :start
                and c.created_at < cast(:end as timestamptz) + make_interval(secs => :within)
                and a.by_ai and a.resolved_by_ai and not a.by_person
              group by a.id
            ),
            followed as (
              select closed.*, returned.returned_after
              from closed
              left join returned on returned.id = closed.id
            ),
            """;

    private static final String KNOWN =
            """
            followed as (
              select
                closed.*,
                case
                  when by_ai and resolved_by_ai and not by_person and known_return <= make_interval(secs => :within)
                  then known_return
                end as returned_after
              from closed
            ),
            """;

    private static final String CLASSIFIED =
            """
            classified as (
              select
                followed.*,
                case
                  when not by_ai and by_person then 'human_only'
                  when not by_ai then 'other'
                  when by_person then 'ai_then_human'
                  when not resolved_by_ai then 'ai_unresolved'
                  when not settled then 'ai_alone_settling'
                  when returned_after is not null then 'ai_alone_returned'
                  else 'ai_alone'
                end as outcome
              from followed
            )
            """;

    private final JdbcClient jdbc;
    private final String classified;
    private final String classifiedParts;

    private ClassifiedRooms(JdbcClient jdbc, RelationName rooms, String followed, String columns) {
        this.jdbc = jdbc;
        this.classified = sql(rooms, followed, columns, WHOLE);
        this.classifiedParts = sql(rooms, followed, columns + ", part.place", IN_PARTS);
    }

    private static String sql(RelationName rooms, String followed, String columns, String from) {
        return (CLOSED + followed + CLASSIFIED).formatted(rooms, columns, from.formatted(rooms));
    }

    /**
     * @param jdbc reads with a role that cannot write
     * @param rooms the relation, checked to be a plain name
     * @return its rooms, each followed to the contact's next one by a join
     */
    static ClassifiedRooms of(JdbcClient jdbc, RelationName rooms) {
        return new ClassifiedRooms(jdbc, rooms, RETURNED, "");
    }

    /**
     * @param jdbc reads the service's own schema
     * @param rooms a relation that has the contact's next room, up to 30 days on, in {@code returned_after}
     * @return its rooms, without a join
     */
    public static ClassifiedRooms ofCopy(JdbcClient jdbc, RelationName rooms) {
        return new ClassifiedRooms(jdbc, rooms, KNOWN, ", r.returned_after as known_return");
    }

    /**
     * @param slice which rooms
     * @param query reads from {@code classified}
     * @return the statement, with the slice bound and the reopen window deciding the outcomes
     */
    public StatementSpec select(Slice slice, String query) {
        return select(slice, slice.reopenWindow(), query);
    }

    /**
     * @param slice which rooms
     * @param within how far comebacks are looked for; {@code returned_after} is null beyond it
     * @param query reads from {@code classified}
     * @return the statement, with the slice bound
     */
    public StatementSpec select(Slice slice, Duration within, String query) {
        return bind(classified + query, slice, within)
                .param("start", slice.start().atOffset(ZoneOffset.UTC))
                .param("end", slice.end().atOffset(ZoneOffset.UTC));
    }

    /**
     * Parts of the copy in one statement. A room that is in several of them is there several times.
     *
     * @param parts of the same slice
     * @param within how far comebacks are looked for; {@code returned_after} is null beyond it
     * @param query reads from {@code classified}, whose {@code place} is that of the part, from 1
     * @return the statement, with the parts bound
     */
    public StatementSpec select(List<Slice> parts, Duration within, String query) {
        return bind(classifiedParts + query, parts.get(0), within)
                .param("starts", array(parts, Slice::start))
                .param("ends", array(parts, Slice::end));
    }

    private static String array(List<Slice> parts, Function<Slice, Instant> bound) {
        return parts.stream().map(bound).map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private StatementSpec bind(String sql, Slice slice, Duration within) {
        return jdbc.sql(sql)
                .param("organizationId", slice.organizationId())
                .param("settledThrough", OffsetDateTime.ofInstant(slice.settledThrough(), ZoneOffset.UTC))
                .param("within", within.toSeconds())
                .param("channel", slice.filter().channel(), Types.VARCHAR)
                .param("aiAgentId", slice.filter().aiAgentId(), Types.OTHER);
    }
}
