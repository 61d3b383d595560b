package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.CopiedRooms.Merged;
import com.qontak.aiagent.impact.rooms.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Finds what the order of changes does not tell, by comparing digests, and corrects it: rooms whose change was committed
 * late, logs that came after their room had closed, and, stretch by stretch within a day, rooms that were deleted or
 * changed without saying so.
 */
final class Comparison {

    /** Changes that are committed later than this after the time they bear are left to the rolling recount. */
    static final Duration LATE_COMMITS = Duration.ofMinutes(15);

    /** Logs that come later than this after the close are left to the rolling recount. */
    static final Duration LATE_LOGS = Duration.ofDays(3);

    /** How long after its beginning a round of the rolling recount is followed by the next. */
    static final Duration ROUND = Duration.ofHours(12);

    private static final int SHORTEST_STRETCH = 10_000;
    private static final int LONGEST_STRETCH = 100_000;
    private static final int STRETCHES_OF_A_ROUND = 50;

    private final Originals originals;
    private final Copies copies;
    private final LongConsumer drift;

    Comparison(Originals originals, Copies copies, LongConsumer drift) {
        this.originals = originals;
        this.copies = copies;
        this.drift = drift;
    }

    /**
     * @param state of a copy that has read everything, as of now
     * @param now when the originals are seen as they are
     * @return the same, corrected and recounted a stretch further
     */
    MirrorState correct(MirrorState state, Instant now) {
        long organization = state.organizationId();
        long count = state.rooms() + lateCommits(state);
        lateLogs(organization, now, state.telling());
        MirrorState swept = nextRound(state, now);
        if (swept.sweptTo().equals(Position.END)) {
            return swept.readTo(state.readTo(), now, count);
        }
        int distance = (int) Math.min(LONGEST_STRETCH, Math.max(SHORTEST_STRETCH, count / STRETCHES_OF_A_ROUND));
        Position to = copies.rooms().ahead(organization, swept.sweptTo(), distance);
        Correction found = compare(organization, swept.sweptTo(), to, state.telling());
        drift.accept(found.changed() + found.removed());
        return swept.sweptTo(to, swept.sweepBegan()).readTo(state.readTo(), now, count + found.more());
    }

    private static MirrorState nextRound(MirrorState state, Instant now) {
        Instant began = state.sweepBegan();
        if (began == null) {
            return state.sweptTo(Position.END, now);
        }
        boolean due = state.sweptTo().equals(Position.END) && !now.isBefore(began.plus(ROUND));
        return due ? state.sweptTo(Position.START, now) : state;
    }

    private long lateCommits(MirrorState state) {
        if (state.readTo().at().equals(OffsetDateTime.MIN)) {
            return 0;
        }
        Position from = new Position(state.readTo().at().minus(LATE_COMMITS), Position.START.id());
        Position to = new Position(state.readTo().at(), Position.END.id());
        long organization = state.organizationId();
        if (originals
                .digests()
                .times(organization, from, to)
                .equals(copies.digests().times(organization, from, to))) {
            return 0;
        }
        Correction found = compare(organization, from, to, state.telling());
        drift.accept(found.removed());
        return found.more();
    }

    private void lateLogs(long organization, Instant now, Telling telling) {
        Instant since = now.minus(LATE_LOGS);
        if (telling.anything()
                && !originals
                        .digests()
                        .logsSince(organization, since, telling)
                        .equals(copies.digests().logsSince(organization, since, telling))) {
            String ids = copies.logs().idsClosedSince(organization, since);
            copies.logs().replace(organization, ids, originals.logs().found(organization, ids, telling));
        }
    }

    private Correction compare(long organization, Position from, Position to, Telling telling) {
        Correction correction = Correction.NONE;
        if (!originals
                .digests()
                .rooms(organization, from, to)
                .equals(copies.digests().rooms(organization, from, to))) {
            String known = copies.digests().ids(organization, from, to);
            for (String ids : List.of(known, originals.digests().ids(organization, from, to))) {
                Merged merged =
                        copies.rooms().merge(organization, originals.rooms().found(organization, ids), ids, true);
                correction = correction.plus(merged);
            }
        }
        if (telling.anything()
                && !originals
                        .digests()
                        .logs(organization, from, to, telling)
                        .equals(copies.digests().logs(organization, from, to, telling))) {
            String ids = copies.digests().ids(organization, from, to);
            copies.logs().replace(organization, ids, originals.logs().found(organization, ids, telling));
        }
        return correction;
    }

    /**
     * @param changed rooms that were otherwise, or not there
     * @param removed rooms that were there, and should not have been
     * @param more how many more rooms there are now
     */
    private record Correction(long changed, long removed, long more) {

        static final Correction NONE = new Correction(0, 0, 0);

        Correction plus(Merged merged) {
            return new Correction(
                    changed + merged.changed(), removed + merged.removed(), more + merged.added() - merged.removed());
        }
    }
}
