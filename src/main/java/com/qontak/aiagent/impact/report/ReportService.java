package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.Snapshot;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Composes the blocks of an answer from one snapshot of the rooms. */
@Service
final class ReportService {

    private final Rooms rooms;
    private final Snapshot snapshot;

    ReportService(Rooms rooms, Snapshot snapshot) {
        this.rooms = rooms;
        this.snapshot = snapshot;
    }

    /**
     * @param slice which rooms, as of when
     * @param blocks what is asked for
     * @return the answer, without the blocks that were not asked for
     */
    Report report(Slice slice, Set<Block> blocks) {
        return snapshot.read(() -> compose(slice, blocks));
    }

    private Report compose(Slice slice, Set<Block> blocks) {
        List<DayCounts> days = rooms.countsByDay(slice, BusinessHours.DEFAULT);
        Counts counts = days.stream().map(DayCounts::all).reduce(Counts.NONE, Counts::plus);
        return new Report(
                slice.organizationId(),
                slice.period(),
                slice.asOf(),
                slice.asOf(),
                slice.settledThrough(),
                blocks.contains(Block.CONTAINMENT) ? Containment.of(counts) : null);
    }
}
