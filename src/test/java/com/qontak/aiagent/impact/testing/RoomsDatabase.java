package com.qontak.aiagent.impact.testing;

import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A Postgres with the relations the report reads, shared by the tests; each test uses organizations of its own. Its
 * pools last as long as the JVM, and keep no connection that nobody uses.
 */
public final class RoomsDatabase {

    private static final int MOST_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RoomsDatabase SHARED = new RoomsDatabase();

    private final DataSource owner;
    private final DataSource reader;

    private RoomsDatabase() {
        FreshDatabase database = TestDatabase.shared().freshDatabase();
        try {
            ChatbotSchema.create(database.dataSource(), TestDatabase.READER_PASSWORD);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        owner = database.pool(MOST_AT_ONCE, PATIENCE);
        reader = new FreshDatabase(database.url(), ChatbotSchema.READER, TestDatabase.READER_PASSWORD)
                .pool(MOST_AT_ONCE, PATIENCE);
    }

    public static RoomsDatabase shared() {
        return SHARED;
    }

    /** @return connections of the role that only reads the three relations */
    public DataSource dataSource() {
        return reader;
    }

    /** @return connections of the relations' owner */
    public DataSource owner() {
        return owner;
    }

    public void insert(Collection<Room> rooms) {
        List<Object[]> rows = rooms.stream().map(RoomsDatabase::row).toList();
        new JdbcTemplate(owner).batchUpdate("insert into rooms values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, new int[] {
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
