package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.testing.RoomsDatabase;

/** The queries on a real database. */
public final class RoomsFixture {

    private RoomsFixture() {}

    public static Rooms rooms(RoomsDatabase database) {
        return rooms(database, "ai_activity_logs");
    }

    public static Rooms rooms(RoomsDatabase database, String logs) {
        return new SqlRooms(database.dataSource(), RelationName.of("rooms"), RelationName.of(logs));
    }
}
