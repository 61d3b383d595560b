package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.util.List;

/**
 * What the figures need to know about rooms. Every count is exact, and equals a recount of the relation.
 * <p>Errors: Spring's {@code DataAccessException} when the database cannot answer (transient); never an empty result
 * instead.
 */
public interface Rooms {

    /**
     * Counts the rooms with an AI agent by the local date they closed on.
     *
     * @param slice which rooms
     * @param hours decides which of them were created after hours
     * @return one entry for each date that has any, in order; never null
     */
    List<DayCounts> countsByDay(Slice slice, BusinessHours hours);
}
