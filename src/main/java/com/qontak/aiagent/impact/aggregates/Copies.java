package com.qontak.aiagent.impact.aggregates;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The copies, in the service's own schema.
 *
 * @param rooms of the rooms
 * @param logs of what the AI logged about them
 * @param digests of both
 */
record Copies(CopiedRooms rooms, CopiedLogs logs, SelectDigests digests) {

    static Copies of(JdbcClient jdbc) {
        return new Copies(
                new CopiedRooms(jdbc),
                new CopiedLogs(jdbc),
                new SelectDigests(jdbc, CopiedRooms.RELATION, CopiedLogs.RELATION));
    }
}
