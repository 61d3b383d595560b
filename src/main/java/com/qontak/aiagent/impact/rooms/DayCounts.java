package com.qontak.aiagent.impact.rooms;

import java.time.LocalDate;

/**
 * The rooms with an AI agent that closed on one day.
 *
 * @param day the local date
 * @param all all of them
 * @param afterHours those of them that were created outside business hours
 */
public record DayCounts(LocalDate day, Counts all, Counts afterHours) {

    /**
     * @param other more rooms of the same date
     * @return both together
     */
    public DayCounts plus(DayCounts other) {
        return new DayCounts(day, all.plus(other.all), afterHours.plus(other.afterHours));
    }
}
