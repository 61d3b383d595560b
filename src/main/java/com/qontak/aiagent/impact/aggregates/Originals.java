package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.RelationName;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is copied, as its owner has it.
 *
 * @param rooms the rooms
 * @param logs what the AI logged about them
 * @param digests of both
 */
record Originals(SourceRooms rooms, SourceLogs logs, SelectDigests digests) {

    static Originals of(JdbcClient jdbc, RelationName rooms, RelationName logs) {
        return new Originals(
                new SourceRooms(jdbc, rooms), new SourceLogs(jdbc, logs), new SelectDigests(jdbc, rooms, logs));
    }
}
