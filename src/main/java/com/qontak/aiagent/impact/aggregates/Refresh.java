package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.CopiedRooms.Merged;
import com.qontak.aiagent.impact.aggregates.SourceRooms.Chunk;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.rooms.Telling;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the copy of one organization's rooms up to a moment: what changed since the last time, in bounded chunks, and
 * in the same order from nothing. Each step is one transaction, so that one that breaks off has not happened, and the
 * next goes on where the last ended.
 */
final class Refresh {

    /** Why a copy cannot be used: rooms that do not say when they were changed. */
    static final String UNTOLD = "rooms_without_updated_at";

    /** What a step led to. */
    enum Result {
        /** Another refresher is at it. */
        BUSY,
        /** There is more to read. */
        BEHIND,
        /** The copy equals the rooms. */
        FRESH,
        /** The rooms cannot be followed. */
        UNUSABLE
    }

    private final TransactionTemplate transaction;
    private final Snapshot source;
    private final MirrorStates states;
    private final Originals originals;
    private final Copies copies;
    private final Comparison comparison;
    private final Clock clock;
    private final int chunk;

    Refresh(
            TransactionTemplate transaction,
            Snapshot source,
            MirrorStates states,
            Originals originals,
            Copies copies,
            Comparison comparison,
            Clock clock,
            int chunk) {
        this.transaction = transaction;
        this.source = source;
        this.states = states;
        this.originals = originals;
        this.copies = copies;
        this.comparison = comparison;
        this.clock = clock;
        this.chunk = chunk;
    }

    /**
     * @param organizationId the tenant
     * @param telling what the activity logs can tell
     * @return what the step led to
     * @throws org.springframework.dao.DataAccessException if a database cannot answer; nothing has changed then
     */
    Result step(long organizationId, Telling telling) {
        return Optional.ofNullable(transaction.execute(status -> states.lock(organizationId)
                        .map(state -> source.read(() -> step(state, telling)))
                        .orElse(Result.BUSY)))
                .orElseThrow();
    }

    private Result step(MirrorState before, Telling telling) {
        Instant begun = clock.instant();
        if (originals.rooms().untold(before.organizationId())) {
            states.save(before.readTo(before.readTo(), null, before.rooms()).unusable(UNTOLD));
            return Result.UNUSABLE;
        }
        MirrorState state = telling.equals(before.telling()) ? before : before.startOver(telling);
        Chunk next = originals.rooms().changedAfter(state.organizationId(), state.readTo(), chunk);
        long count = state.rooms() + copy(state, next);
        Position last = next.last() == null ? state.readTo() : next.last();
        if (next.size() == chunk) {
            states.save(state.readTo(last, null, count).unusable(null));
            return Result.BEHIND;
        }
        MirrorState read = state.readTo(last.notAfter(begun), begun, count).unusable(null);
        states.save(comparison.correct(read, begun));
        return Result.FRESH;
    }

    private long copy(MirrorState state, Chunk next) {
        Merged merged = copies.rooms().merge(state.organizationId(), next.rooms(), "[]", state.freshAsOf() == null);
        if (state.telling().anything()) {
            String found = originals.logs().found(state.organizationId(), merged.ids(), state.telling());
            copies.logs().replace(state.organizationId(), merged.ids(), found);
        }
        return merged.added() - merged.removed();
    }
}
