package com.qontak.aiagent.impact.rooms;

import java.util.List;
import java.util.UUID;

/**
 * One page of the rooms behind a number.
 *
 * @param total the number itself
 * @param ids of this page, by the time they closed, the latest first where they are not settled, and then by id;
 *     empty past the end
 */
public record RoomsBehind(long total, List<UUID> ids) {

    /** Copies the ids, so that a page never changes. */
    public RoomsBehind {
        ids = List.copyOf(ids);
    }
}
