package com.qontak.aiagent.impact.report;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rooms made in the database, 365 days of them until now: two thirds with the AI, one in twelve by a contact that was
 * here within the last two days, and logs of every room with the AI.
 */
final class ManyRooms {

    private static final String ROOMS =
            """
            insert into rooms
            select
              gen_random_uuid(),
              :organization,
              case when dice.back < 0.08
                then hashint8(i - cast(dice.how_far * :day * 2 as bigint)) % :contacts
                else hashint8(i) % :contacts
              end,
              (array['whatsapp', 'instagram', 'webchat'])[1 + i % 3],
              case when dice.ai < 0.66
                then cast(md5(cast(:organization * 10 + i % 2 as text)) as uuid)
              end,
              case when dice.person < 0.3 then 1 + i % 50 end,
              t.closed_at - make_interval(secs => dice.length),
              t.closed_at,
              case when dice.person < 0.3 or dice.reason < 0.1 then 'RESOLVE' else 'RESOLVE_AI' end,
              t.closed_at
            from generate_series(cast(1 as bigint), :rooms) as i
            cross join lateral (
              select
                random() + i * 0 as back, random() as how_far, random() as ai, random() as person, random() as reason,
                exp(6 + 1.1 * random_normal()) as length
            ) as dice
            cross join lateral (
              select cast(:now as timestamptz) - make_interval(secs => (1 - i / cast(:rooms as double precision)) * 365 * 86400)
            ) as t (closed_at)
            """;

    private static final String LOGS =
            """
            insert into ai_activity_logs (room_id, organization_id, ai_agent_id, turns, sentiment_start, sentiment_end)
            select
              id, organization_id, ai_agent_id, 2 + cast(6 * random() as int), round(cast(random() - 0.7 as numeric), 3),
              round(cast(random() - 0.3 as numeric), 3)
            from rooms
            where ai_agent_id is not null
            """;

    private static final List<String> INDEXES = List.of(
            "create index rooms_by_close on rooms (organization_id, closed_at)",
            "create index rooms_by_contact on rooms (organization_id, contact_id, created_at)",
            "create index rooms_by_update on rooms (organization_id, updated_at, id)",
            "create index rooms_by_ai_start on rooms (organization_id, created_at) where ai_agent_id is not null",
            "create index ai_activity_logs_by_room on ai_activity_logs (organization_id, room_id)");

    private final JdbcClient jdbc;

    ManyRooms(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
    }

    void dropIndexes() {
        List.of(
                        "rooms_by_close",
                        "rooms_by_contact",
                        "rooms_by_update",
                        "rooms_by_ai_start",
                        "ai_activity_logs_by_room")
                .forEach(index -> jdbc.sql("drop index if exists " + index).update());
    }

    void add(long organization, long rooms, java.time.Instant now) {
        jdbc.sql(ROOMS)
                .param("organization", organization)
                .param("rooms", rooms)
                .param("day", Math.max(1, rooms / 365))
                .param("contacts", Math.max(10, rooms * 2 / 3))
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    void finish() {
        jdbc.sql(LOGS).update();
        INDEXES.forEach(index -> jdbc.sql(index).update());
        jdbc.sql("vacuum analyze rooms").update();
        jdbc.sql("vacuum analyze ai_activity_logs").update();
    }
}
