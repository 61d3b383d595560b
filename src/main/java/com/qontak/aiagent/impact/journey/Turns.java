package com.qontak.aiagent.impact.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.rooms.TurnsTaken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many turns the AI took to close a conversation for good.
 *
 * @param available whether it can be given
 * @param reason why not, {@code no_activity_logs}, {@code nothing_logged} or, when the AI closed no room for good,
 *     {@code nothing_to_measure}; absent when it can
 * @param median one decimal; the mean of the middle two when even
 * @param p90 the 90th percentile, one decimal, interpolated
 * @param conversations how many net contained rooms have their turns logged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How many turns the AI took to close a conversation for good.")
public record Turns(
        @Schema(description = "Whether turns were logged, so that this can be told.", example = "true")
                boolean available,
        @Schema(
                        description = "Why it cannot be told: `no_activity_logs`, `nothing_logged` or"
                                + " `nothing_to_measure`; absent when it can.",
                        example = "no_activity_logs")
                @Nullable
                String reason,
        @Schema(
                        description = "Half of the conversations took this many turns or fewer, one decimal; absent"
                                + " when it cannot be told.",
                        example = "4.0")
                @Nullable
                BigDecimal median,
        @Schema(
                        description = "Nine in ten took this many turns or fewer, one decimal; absent when it cannot"
                                + " be told.",
                        example = "9.0")
                @Nullable
                BigDecimal p90,
        @Schema(
                        description = "On how many conversations it is measured; absent when it cannot be told.",
                        example = "1741")
                @Nullable
                Long conversations) {

    /**
     * @param turns what was logged; empty when nothing can be
     * @return the figure, or why there is none
     */
    public static Turns of(Optional<TurnsTaken> turns) {
        return turns.map(Turns::of).orElseGet(() -> missing(Missing.NO_LOGS));
    }

    /**
     * @param netContained how many rooms the AI closed for good
     * @return the same; where nothing was logged because there was none, with that as the reason
     */
    public Turns among(long netContained) {
        return Missing.NOTHING_LOGGED.equals(reason) && netContained == 0 ? missing(Missing.NOTHING_TO_MEASURE) : this;
    }

    private static Turns of(TurnsTaken turns) {
        BigDecimal median = turns.median();
        BigDecimal p90 = turns.p90();
        return median == null || p90 == null
                ? missing(Missing.NOTHING_LOGGED)
                : new Turns(true, null, rounded(median), rounded(p90), turns.conversations());
    }

    private static BigDecimal rounded(BigDecimal turns) {
        return turns.setScale(1, RoundingMode.HALF_UP);
    }

    private static Turns missing(String reason) {
        return new Turns(false, reason, null, null, null);
    }
}
