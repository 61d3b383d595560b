package com.qontak.aiagent.impact.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A Postgres with the relations the report reads, shared by the tests; each test uses organizations of its own. */
public final class RoomsDatabase {

    private static final String SCHEMA =
            """
            create table rooms (
              id uuid primary key,
              organization_id bigint not null,
              contact_id bigint,
              channel text,
              ai_agent_id uuid,
              assign_channel_agent_id bigint,
              created_at timestamptz not null,
              closed_at timestamptz,
              closed_reason text,
              updated_at timestamptz not null
            );
            create index on rooms (organization_id, closed_at);
            create index on rooms (organization_id, contact_id, created_at);
            """;

    private static final RoomsDatabase SHARED = new RoomsDatabase();

    private final DataSource dataSource;

    private RoomsDatabase() {
        try {
            dataSource = EmbeddedPostgres.start().getPostgresDatabase();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        new JdbcTemplate(dataSource).execute(SCHEMA);
    }

    public static RoomsDatabase shared() {
        return SHARED;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public void insert(Collection<Room> rooms) {
        List<Object[]> rows = rooms.stream().map(RoomsDatabase::row).toList();
        new JdbcTemplate(dataSource)
                .batchUpdate("insert into rooms values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, new int[] {
                    Types.OTHER,
                    Types.BIGINT,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.OTHER,
                    Types.BIGINT,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.VARCHAR,
                    Types.TIMESTAMP_WITH_TIMEZONE
                });
    }

    private static @Nullable Object[] row(Room room) {
        Instant updatedAt = room.closedAt() == null ? room.createdAt() : room.closedAt();
        return new @Nullable Object[] {
            room.id(),
            room.organizationId(),
            room.contactId(),
            room.channel(),
            room.aiAgentId(),
            room.personId(),
            room.createdAt().atOffset(ZoneOffset.UTC),
            room.closedAt() == null ? null : room.closedAt().atOffset(ZoneOffset.UTC),
            room.closedReason(),
            updatedAt.atOffset(ZoneOffset.UTC)
        };
    }
}
