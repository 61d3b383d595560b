package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.rooms.Telling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy of an organization's rooms is.
 *
 * @param organizationId the tenant
 * @param readTo the last room that was read
 * @param freshAsOf the copy equals the rooms as they stood then; null while it is being filled
 * @param unusable why it cannot be used although it is filled; null when it can
 * @param sweptTo where the rolling recount stands
 * @param sweepBegan when this round of it began; null before the first
 * @param clock what the days were counted by; null before any was
 * @param telling what the activity logs could tell
 * @param rooms how many rooms the copy holds
 */
record MirrorState(
        long organizationId,
        Position readTo,
        @Nullable Instant freshAsOf,
        @Nullable String unusable,
        Position sweptTo,
        @Nullable Instant sweepBegan,
        @Nullable LocalClock clock,
        Telling telling,
        long rooms) {

    MirrorState readTo(Position position, @Nullable Instant fresh, long count) {
        return new MirrorState(organizationId, position, fresh, unusable, sweptTo, sweepBegan, clock, telling, count);
    }

    MirrorState sweptTo(Position position, @Nullable Instant began) {
        return new MirrorState(organizationId, readTo, freshAsOf, unusable, position, began, clock, telling, rooms);
    }

    MirrorState countedBy(LocalClock other) {
        return new MirrorState(organizationId, readTo, freshAsOf, unusable, sweptTo, sweepBegan, other, telling, rooms);
    }

    /** @return to be read from the first room on, because what the logs tell has changed */
    MirrorState startOver(Telling other) {
        return new MirrorState(organizationId, Position.START, null, null, sweptTo, sweepBegan, clock, other, rooms);
    }

    MirrorState unusable(@Nullable String reason) {
        return new MirrorState(organizationId, readTo, freshAsOf, reason, sweptTo, sweepBegan, clock, telling, rooms);
    }
}
