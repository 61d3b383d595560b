package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.rooms.StatementLimit;
import com.qontak.aiagent.impact.rooms.Telling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how far each organization's copy is. */
final class MirrorStates {

    /** The tables grow from nothing while a connection lives, and a plan that was made for nothing stays with it. */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    private static final String ENLIST =
            """
            insert into ai_agent_bff.impact_mirror (organization_id)
            values (:organizationId)
            on conflict do nothing
            """;

    private static final String SELECT =
            """
            select
              organization_id, read_to_at, read_to_id, fresh_as_of, unusable, swept_to_at, swept_to_id, sweep_began_at,
              clock, hours, moods, turns, rooms
            from ai_agent_bff.impact_mirror
            where organization_id = :organizationId
            """;

    private static final String UPDATE =
            """
            update ai_agent_bff.impact_mirror
            set
              read_to_at = :readToAt,
              read_to_id = :readToId,
              fresh_as_of = :freshAsOf,
              unusable = :unusable,
              swept_to_at = :sweptToAt,
              swept_to_id = :sweptToId,
              sweep_began_at = :sweepBeganAt,
              clock = :clock,
              hours = :hours,
              moods = :moods,
              turns = :turns,
              rooms = :rooms
            where organization_id = :organizationId
            """;

    private final JdbcClient jdbc;
    private final StatementLimit limit;

    /**
     * @param own the service's own schema
     * @param statementTimeout how long it may work on one statement of a refresher
     */
    MirrorStates(DataSource own, Duration statementTimeout) {
        this.jdbc = JdbcClient.create(own);
        this.limit = new StatementLimit(own, statementTimeout);
    }

    /**
     * @param organizationId the tenant
     * @return how far its copy is; empty when there is none yet
     */
    Optional<MirrorState> find(long organizationId) {
        return jdbc.sql(SELECT)
                .param("organizationId", organizationId)
                .query(MirrorStates::row)
                .optional();
    }

    /**
     * Keeps every other refresher away from the organization until the end of the transaction.
     *
     * @param organizationId the tenant; its copy is begun when there is none
     * @return how far its copy is; empty when another refresher is at it
     */
    Optional<MirrorState> lock(long organizationId) {
        limit.allow();
        jdbc.sql(PLAN_ANEW).update();
        Optional<MirrorState> locked = lockExisting(organizationId);
        if (locked.isPresent()) {
            return locked;
        }
        jdbc.sql(ENLIST).param("organizationId", organizationId).update();
        return lockExisting(organizationId);
    }

    void save(MirrorState state) {
        LocalClock clock = state.clock();
        jdbc.sql(UPDATE)
                .param("organizationId", state.organizationId())
                .param("readToAt", state.readTo().at())
                .param("readToId", state.readTo().id())
                .param("freshAsOf", utc(state.freshAsOf()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("unusable", state.unusable(), Types.VARCHAR)
                .param("sweptToAt", state.sweptTo().at())
                .param("sweptToId", state.sweptTo().id())
                .param("sweepBeganAt", utc(state.sweepBegan()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("clock", clock == null ? null : clock.days(), Types.VARCHAR)
                .param("hours", clock == null ? null : clock.hours(), Types.VARCHAR)
                .param("moods", state.telling().moods())
                .param("turns", state.telling().turns())
                .param("rooms", state.rooms())
                .update();
    }

    private Optional<MirrorState> lockExisting(long organizationId) {
        return jdbc.sql(SELECT + "for update skip locked")
                .param("organizationId", organizationId)
                .query(MirrorStates::row)
                .optional();
    }

    private static MirrorState row(ResultSet result, int number) throws SQLException {
        String clock = result.getString("clock");
        return new MirrorState(
                result.getLong("organization_id"),
                position(result, "read_to"),
                instant(result, "fresh_as_of"),
                result.getString("unusable"),
                position(result, "swept_to"),
                instant(result, "sweep_began_at"),
                clock == null ? null : new LocalClock(clock, result.getString("hours")),
                new Telling(result.getBoolean("moods"), result.getBoolean("turns")),
                result.getLong("rooms"));
    }

    private static Position position(ResultSet result, String name) throws SQLException {
        return new Position(
                result.getObject(name + "_at", OffsetDateTime.class), result.getObject(name + "_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
