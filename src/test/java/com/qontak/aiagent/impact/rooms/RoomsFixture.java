package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.testing.Deployment;
import com.qontak.aiagent.impact.testing.RoomsDatabase;

/** The queries on a real database. */
public final class RoomsFixture {

    private RoomsFixture() {}

    public static RoomsReader reader(RoomsDatabase database) {
        return reader(database, rooms(database));
    }

    public static RoomsReader reader(RoomsDatabase database, Rooms rooms) {
        return new DirectReader(rooms, new Snapshot(database.dataSource(), Deployment.PROPERTIES.statementTimeout()));
    }

    public static Telling telling(RoomsDatabase database) {
        return SqlRooms.of(database.dataSource(), RelationName.of("rooms"), RelationName.of("ai_activity_logs"))
                .telling();
    }

    public static Rooms rooms(RoomsDatabase database) {
        return rooms(database, "ai_activity_logs");
    }

    public static Rooms rooms(RoomsDatabase database, String logs) {
        return SqlRooms.of(database.dataSource(), RelationName.of("rooms"), RelationName.of(logs));
    }
}
