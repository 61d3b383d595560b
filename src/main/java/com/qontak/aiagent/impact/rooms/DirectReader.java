package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.period.Slice;
import java.util.function.Function;

/** Counts the rooms themselves, as they stand at the time of the answer: slow where there are many, and never behind. */
public final class DirectReader implements RoomsReader {

    private final Rooms rooms;
    private final Snapshot snapshot;

    /**
     * @param rooms reads the relations
     * @param snapshot of the same data source
     */
    public DirectReader(Rooms rooms, Snapshot snapshot) {
        this.rooms = rooms;
        this.snapshot = snapshot;
    }

    @Override
    public <T> T read(Slice slice, Function<Reading, T> use) {
        return snapshot.read(() -> use.apply(new Reading(rooms, slice.asOf())));
    }
}
