package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms of one organization as their owner writes them. */
final class ChangingRooms {

    private final JdbcClient owner = JdbcClient.create(RoomsDatabase.shared().owner());
    private final long organization;
    private final List<UUID> ids = new ArrayList<>();

    ChangingRooms(long organization) {
        this.organization = organization;
    }

    UUID add(
            Instant now,
            @Nullable Long contact,
            String channel,
            @Nullable UUID agent,
            @Nullable Long person,
            Instant created,
            @Nullable Instant closed,
            @Nullable String reason) {
        UUID id = UUID.randomUUID();
        owner.sql("insert into rooms values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(1, id)
                .param(2, organization)
                .param(3, contact, Types.BIGINT)
                .param(4, channel)
                .param(5, agent, Types.OTHER)
                .param(6, person, Types.BIGINT)
                .param(7, utc(created))
                .param(8, utc(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(9, reason, Types.VARCHAR)
                .param(10, utc(now))
                .update();
        ids.add(id);
        return id;
    }

    /** @param which any number: it is the number of the room when they are counted round and round */
    void set(Instant now, int which, String column, @Nullable Object value) {
        if (!ids.isEmpty()) {
            int type =
                    switch (column) {
                        case "contact_id", "assign_channel_agent_id" -> Types.BIGINT;
                        case "ai_agent_id" -> Types.OTHER;
                        case "created_at", "closed_at" -> Types.TIMESTAMP_WITH_TIMEZONE;
                        default -> Types.VARCHAR;
                    };
            Object written = value instanceof Instant instant ? utc(instant) : value;
            owner.sql("update rooms set " + column + " = ?, updated_at = ? where id = ?")
                    .param(1, written, type)
                    .param(2, utc(now))
                    .param(3, id(which))
                    .update();
        }
    }

    void delete(int which) {
        if (!ids.isEmpty()) {
            owner.sql("delete from rooms where id = ?").param(id(which)).update();
            ids.remove(id(which));
        }
    }

    void log(int which, double start, double end, int turns) {
        if (!ids.isEmpty()) {
            owner.sql("insert into ai_activity_logs (room_id, organization_id, sentiment_start, sentiment_end, turns)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(id(which), organization, start, end, turns)
                    .update();
        }
    }

    private UUID id(int which) {
        return ids.get(Math.floorMod(which, ids.size()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
