package com.qontak.aiagent.impact.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.rooms.SentimentChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How customers' mood changed while the AI took part.
 *
 * @param available whether it can be given
 * @param reason why not, {@code no_activity_logs} or {@code nothing_logged}; absent when it can
 * @param meanChange the mean of end minus start in [-2, 2], four places, half-up
 * @param conversations how many rooms with an AI agent have both ends logged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How customers' mood changed; above zero is better.")
public record Sentiment(
        @Schema(description = "Whether moods were logged, so that this can be told.", example = "true")
                boolean available,
        @Schema(
                        description =
                                "Why it cannot be told: `no_activity_logs` or `nothing_logged`; absent when it can.",
                        example = "no_activity_logs")
                @Nullable
                String reason,
        @Schema(
                        description = "The mean of the mood at the end minus that at the beginning, from -2 to 2 with"
                                + " four places; above zero is better. Absent when it cannot be told.",
                        example = "0.4127")
                @Nullable
                BigDecimal meanChange,
        @Schema(
                        description = "On how many conversations it is measured; absent when it cannot be told.",
                        example = "1804")
                @Nullable
                Long conversations) {

    /**
     * @param change what was logged; empty when nothing can be
     * @return the figure, or why there is none
     */
    public static Sentiment of(Optional<SentimentChange> change) {
        return change.map(Sentiment::of).orElseGet(() -> missing(Missing.NO_LOGS));
    }

    private static Sentiment of(SentimentChange change) {
        BigDecimal mean = change.mean();
        return mean == null
                ? missing(Missing.NOTHING_LOGGED)
                : new Sentiment(true, null, mean.setScale(4, RoundingMode.HALF_UP), change.conversations());
    }

    private static Sentiment missing(String reason) {
        return new Sentiment(false, reason, null, null);
    }
}
