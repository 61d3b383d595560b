package com.qontak.aiagent.impact.aggregates;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A place among an organization's rooms in the order in which they were last changed.
 *
 * @param at when a room was changed; the ends of time stand for the database's infinities
 * @param id the room, among those that were changed at the same time
 */
record Position(OffsetDateTime at, UUID id) {

    /** Before every room. */
    static final Position START = new Position(OffsetDateTime.MIN, new UUID(0, 0));

    /** After every room. */
    static final Position END = new Position(OffsetDateTime.MAX, new UUID(-1, -1));

    /**
     * @param at a moment
     * @return before the rooms changed then
     */
    static Position before(Instant at) {
        return new Position(at.atOffset(ZoneOffset.UTC), new UUID(0, 0));
    }

    /**
     * @param now a moment
     * @return the same, or that moment if it lies later: a room that says it was changed in the future must not hide
     *     those that are
     */
    Position notAfter(Instant now) {
        return at.toInstant().isAfter(now) ? before(now) : this;
    }
}
