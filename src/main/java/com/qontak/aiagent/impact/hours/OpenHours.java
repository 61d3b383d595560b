package com.qontak.aiagent.impact.hours;

import java.time.LocalTime;

/**
 * One stretch of time in which an organization is open: {@code [open, close)}, local, in whole minutes.
 *
 * @param open the first minute
 * @param close the first minute that is not in it any more; at or before {@code open} it is on the following day
 */
public record OpenHours(LocalTime open, LocalTime close) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** @return minutes from midnight to the opening */
    public int firstMinute() {
        return open.toSecondOfDay() / 60;
    }

    /** @return how long it lasts, in minutes; a whole day when it closes at the time it opens */
    public int minutes() {
        int minutes = close.toSecondOfDay() / 60 - firstMinute();
        return minutes > 0 ? minutes : minutes + MINUTES_OF_A_DAY;
    }
}
