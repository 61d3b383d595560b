package com.qontak.aiagent.impact.period;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms a figure is over, and as of when.
 *
 * @param organizationId the tenant
 * @param period a room belongs to it when it closed in it
 * @param filter narrows the rooms further; never the comebacks that decide what was reopened
 * @param asOf the time of the answer, in whole seconds
 * @param reopenWindow how long after its close a contact's next room counts as coming back
 * @param bounds a part of the period, where the rooms are those that closed in it; null for the whole
 */
public record Slice(
        long organizationId,
        Period period,
        Filter filter,
        Instant asOf,
        Duration reopenWindow,
        @Nullable Bounds bounds) {

    /** All of a period; the parameters are those of the record. */
    public Slice(long organizationId, Period period, Filter filter, Instant asOf, Duration reopenWindow) {
        this(organizationId, period, filter, asOf, reopenWindow, null);
    }

    /**
     * A part of a period.
     *
     * @param start the first instant of it
     * @param end the first instant after it
     */
    public record Bounds(Instant start, Instant end) {}

    /**
     * Narrows the rooms a figure is over.
     *
     * @param channel the channel's name in {@code rooms}; null for all
     * @param aiAgentId the AI agent that took part; null for all, and for rooms without any
     */
    public record Filter(@Nullable String channel, @Nullable UUID aiAgentId) {

        /** Every room of the organization. */
        public static final Filter NONE = new Filter(null, null);
    }

    /** @return rooms that closed before this do not belong to it */
    public Instant start() {
        return bounds == null ? period.start() : bounds.start();
    }

    /** @return rooms that closed then or later do not belong to it */
    public Instant end() {
        return bounds == null ? period.end() : bounds.end();
    }

    /** @return rooms closed at or before this are settled: their outcome can no longer change */
    public Instant settledThrough() {
        return asOf.minus(reopenWindow);
    }

    /**
     * @param other another period
     * @return the same slice of that period
     */
    public Slice over(Period other) {
        return new Slice(organizationId, other, filter, asOf, reopenWindow);
    }

    /**
     * @param start the first instant of a part of the period
     * @param end the first instant after that part
     * @return the same slice of that part alone
     */
    public Slice between(Instant start, Instant end) {
        return new Slice(organizationId, period, filter, asOf, reopenWindow, new Bounds(start, end));
    }

    /**
     * @param window another window than the deployment's
     * @return the same slice judged by that window
     */
    public Slice within(Duration window) {
        return new Slice(organizationId, period, filter, asOf, window);
    }

    /** @return the same slice of all channels and agents */
    public Slice unfiltered() {
        return new Slice(organizationId, period, Filter.NONE, asOf, reopenWindow);
    }
}
