package com.qontak.aiagent.impact.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;

/**
 * One stretch of time in which an organization is open: {@code [open, close)}, local, in whole minutes.
 *
 * @param open the first minute
 * @param close the first minute that is not in it any more; at or before {@code open} it is on the following day
 */
@Schema(
        description =
                "Open from the first minute up to the second; a close at or before the opening is the next day's.")
public record OpenHours(
        @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "09:00") LocalTime open,
        @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "17:00") LocalTime close) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** @return minutes from midnight to the opening */
    int firstMinute() {
        return open.toSecondOfDay() / 60;
    }

    /** @return how long it lasts, in minutes; a whole day when it closes at the time it opens */
    int minutes() {
        int minutes = close.toSecondOfDay() / 60 - firstMinute();
        return minutes > 0 ? minutes : minutes + MINUTES_OF_A_DAY;
    }
}
