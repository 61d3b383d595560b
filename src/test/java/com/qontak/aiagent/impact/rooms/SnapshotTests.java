package com.qontak.aiagent.impact.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.impact.testing.Room;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SnapshotTests {

    private static final long ORGANIZATION = 9_400_001;
    private static final Instant CLOSED = Instant.parse("2026-11-20T03:25:00Z");

    private final RoomsDatabase database = RoomsDatabase.shared();
    private final JdbcClient reader = JdbcClient.create(database.dataSource());
    private final Snapshot snapshot = new Snapshot(database.dataSource(), Duration.ofSeconds(30));

    @Test
    void everyQueryOfAnAnswerSeesTheRoomsOfOneMoment() {
        long meanwhile = snapshot.read(() -> {
            assertThat(rooms()).isZero();
            database.insert(List.of(new Room(
                    UUID.randomUUID(), ORGANIZATION, null, "whatsapp", null, null, CLOSED, CLOSED, "RESOLVE")));
            return rooms();
        });
        assertThat(meanwhile).isZero();
        assertThat(snapshot.read(this::rooms)).isOne();
    }

    @Test
    void anAnswerWritesNothing() {
        JdbcClient owner = JdbcClient.create(database.owner());
        Snapshot ofOwner = new Snapshot(database.owner(), Duration.ofSeconds(30));
        assertThatThrownBy(() -> ofOwner.read(() -> owner.sql("delete from rooms where organization_id = ?")
                        .param(ORGANIZATION)
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
    }

    private long rooms() {
        return reader.sql("select count(*) from rooms where organization_id = ?")
                .param(ORGANIZATION)
                .query(Long.class)
                .single();
    }
}
