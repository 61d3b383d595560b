package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The copy of the rooms. Whatever changes in it takes away the days that it touches: the day of a
 * room's close, before and after, and the days of the rooms whose comeback it is, for the contact before and after.
 * <p>Rooms are looked up behind {@code offset 0}, which keeps a planner that knows nothing of a new organization from
 * comparing all its rooms with each of those looked for.
 */
final class CopiedRooms {

    /** Where it is. */
    static final RelationName RELATION = RelationName.of("ai_agent_bff.impact_room");

    private static final String MERGE =
            """
            with incoming as (
              select *
              from json_to_recordset(cast(:rooms as json)) as r (
                id uuid, contact_id bigint, channel text, ai_agent_id uuid, assign_channel_agent_id bigint,
                created_at timestamptz, closed_at timestamptz, closed_reason text, updated_at timestamptz)
            ),
            looked as (
              select id from incoming
              union
              select cast(value as uuid) from json_array_elements_text(cast(:ids as json))
            ),
            former as (
              select m.*
              from looked
              cross join lateral (
                select *
                from ai_agent_bff.impact_room
                where organization_id = :organizationId
                  and id = looked.id
                offset 0
              ) m
            ),
            compared as (
              select
                i.*,
                f.id is null as added,
                f.updated_at is distinct from i.updated_at as told,
                (f.contact_id, f.channel, f.ai_agent_id, f.assign_channel_agent_id, f.created_at, f.closed_at,
                    f.closed_reason)
                  is distinct from
                  (i.contact_id, i.channel, i.ai_agent_id, i.assign_channel_agent_id, i.created_at, i.closed_at,
                    i.closed_reason) as decides
              from incoming i
              left join former f on f.id = i.id
            ),
            changed as (
              select * from compared where added or told or decides
            ),
            gone as (
              delete from ai_agent_bff.impact_room m
              using former f
              where m.organization_id = :organizationId
                and m.id = f.id
                and not exists (select from incoming i where i.id = f.id)
              returning m.id
            ),
            saved as (
              insert into ai_agent_bff.impact_room as m (
                organization_id, id, contact_id, channel, ai_agent_id, assign_channel_agent_id, created_at, closed_at,
                closed_reason, updated_at)
              select
                :organizationId, id, contact_id, channel, ai_agent_id, assign_channel_agent_id, created_at, closed_at,
                closed_reason, updated_at
              from changed
              on conflict (organization_id, id) do update
              set
                contact_id = excluded.contact_id,
                channel = excluded.channel,
                ai_agent_id = excluded.ai_agent_id,
                assign_channel_agent_id = excluded.assign_channel_agent_id,
                created_at = excluded.created_at,
                closed_at = excluded.closed_at,
                closed_reason = excluded.closed_reason,
                updated_at = excluded.updated_at
              where m.organization_id = :organizationId
            ),
            touched as (
              select id, contact_id, created_at, closed_at from changed where decides
              union all
              select f.id, f.contact_id, f.created_at, f.closed_at
              from former f
              where f.id in (select id from changed where decides) or f.id in (select id from gone)
            )
            select
              (select count(*) from changed where added) as added,
              (select count(*) from gone) as removed,
              (select count(*) from changed) as changed,
              (select coalesce(json_agg(touched), '[]') from touched) as touched,
              (select coalesce(json_agg(id), '[]')
                from (select id from touched union select id from incoming where :everything) as relogged) as ids
            """;

    private static final String FOLLOW =
            """
            with touched as (
              select *
              from json_to_recordset(cast(:touched as json)) as t (
                id uuid, contact_id bigint, created_at timestamptz, closed_at timestamptz)
            ),
            affected as (
              select id from touched
              union
              select m.id
              from touched t
              cross join lateral (
                select id, closed_at
                from ai_agent_bff.impact_room
                where organization_id = :organizationId
                  and contact_id = t.contact_id
                offset 0
              ) m
              where m.closed_at < t.created_at
                and m.closed_at >= t.created_at - make_interval(hours => 720)
            ),
            followed as (
              select m.id, min(c.created_at - m.closed_at) as returned_after
              from affected a
              cross join lateral (
                select *
                from ai_agent_bff.impact_room
                where organization_id = :organizationId
                  and id = a.id
                offset 0
              ) m
              left join ai_agent_bff.impact_room c
                on c.organization_id = :organizationId
                and c.contact_id = m.contact_id
                and c.created_at > m.closed_at
                and c.created_at <= m.closed_at + make_interval(hours => 720)
                and c.id <> m.id
              where m.ai_agent_id is not null
                and m.assign_channel_agent_id is null
                and m.closed_reason = 'RESOLVE_AI'
              group by m.id
            ),
            moved as (
              update ai_agent_bff.impact_room m
              set returned_after = f.returned_after
              from followed f
              where m.organization_id = :organizationId
                and m.id = f.id
                and m.returned_after is distinct from f.returned_after
              returning m.closed_at
            ),
            closes as (
              select closed_at from touched
              union
              select closed_at from moved
            ),
            dirty as (
              select distinct d.day
              from closes
              cross join lateral (
                select day
                from ai_agent_bff.impact_day
                where organization_id = :organizationId
                  and starts_at <= closes.closed_at
                  and ends_at > closes.closed_at
                order by starts_at desc
                limit 1
              ) d
              where exists (select from ai_agent_bff.impact_day where organization_id = :organizationId)
            )
            delete from ai_agent_bff.impact_day d
            using dirty
            where d.organization_id = :organizationId
              and d.day = dirty.day
            """;

    private static final String AHEAD =
            """
            select updated_at, id
            from ai_agent_bff.impact_room
            where organization_id = :organizationId
              and updated_at >= :at
              and (updated_at, id) > (:at, :id)
            order by updated_at, id
            limit 1
            offset :distance
            """;

    private final JdbcClient jdbc;

    CopiedRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param organizationId the tenant
     * @param rooms as their owner has them, a JSON array of rows
     * @param ids other rooms that were looked for, a JSON array: those without a row are gone
     * @param everything whether the logs of all rooms are to be read again, and not only of those that changed
     * @return what that changed
     */
    Merged merge(long organizationId, String rooms, String ids, boolean everything) {
        Merged merged = jdbc.sql(MERGE)
                .param("organizationId", organizationId)
                .param("rooms", rooms)
                .param("ids", ids)
                .param("everything", everything)
                .query(CopiedRooms::merged)
                .single();
        jdbc.sql(FOLLOW)
                .param("organizationId", organizationId)
                .param("touched", merged.touched())
                .update();
        return merged;
    }

    /** @return the position some rooms further on; the end when there are not that many */
    Position ahead(long organizationId, Position from, int distance) {
        return jdbc.sql(AHEAD)
                .param("organizationId", organizationId)
                .param("at", from.at())
                .param("id", from.id())
                .param("distance", distance - 1)
                .query((result, number) -> new Position(
                        result.getObject("updated_at", OffsetDateTime.class), result.getObject("id", UUID.class)))
                .optional()
                .orElse(Position.END);
    }

    private static Merged merged(ResultSet result, int number) throws SQLException {
        return new Merged(
                result.getLong("added"),
                result.getLong("removed"),
                result.getLong("changed"),
                result.getString("touched"),
                result.getString("ids"));
    }

    /**
     * @param added rooms that were not there
     * @param removed rooms that are not there any more
     * @param changed rooms that were not there, or otherwise
     * @param touched what they were and are that decides figures, a JSON array of rows
     * @param ids the rooms whose logs are to be read again, a JSON array
     */
    record Merged(long added, long removed, long changed, String touched, String ids) {}
}
