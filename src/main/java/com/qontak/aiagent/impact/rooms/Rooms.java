package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * Counts what came back within other windows than the slice's own.
     *
     * @param slice which rooms
     * @param windows in hours, at least one
     * @return one entry a window, shortest first
     */
    List<WindowCounts> reopenCurve(Slice slice, List<Integer> windows);

    /**
     * Counts every closed room, with or without an AI agent.
     *
     * @param slice which rooms
     * @return one entry for each outcome, in the order of {@link Outcome}
     */
    List<OutcomeMinutes> journey(Slice slice);

    /**
     * Finds when the AI began to work for an organization.
     *
     * @param organizationId the tenant
     * @return when its first room with an AI agent was created; empty when there is none
     */
    Optional<Instant> firstAiRoom(long organizationId);

    /**
     * Lists the rooms behind a number.
     *
     * @param slice which rooms
     * @param hours decides what is after hours
     * @param behind the number
     * @param limit how many at most
     * @param offset how many to pass over
     * @return a page of them in the order they closed, the latest first where they are not settled; empty when it takes
     *     the activity logs to tell, and they are missing or lack a column
     */
    Optional<RoomsBehind> conversations(Slice slice, BusinessHours hours, Behind behind, int limit, long offset);

    /**
     * Averages how the mood changed, over the rooms with an AI agent that have both ends logged.
     *
     * @param slice which rooms
     * @return the mean change; empty when the logs are missing or lack a column
     */
    Optional<SentimentChange> sentiment(Slice slice);

    /**
     * Takes percentiles of the turns it took, over the net contained rooms that have them logged.
     *
     * @param slice which rooms
     * @return the percentiles; empty when the logs are missing or lack a column
     */
    Optional<TurnsTaken> turns(Slice slice);
}
