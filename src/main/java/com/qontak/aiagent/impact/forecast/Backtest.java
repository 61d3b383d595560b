package com.qontak.aiagent.impact.forecast;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far off the method would have been one week ahead, had it been asked in each of the last weeks.
 *
 * @param weeks how many weeks it was tried on, from 1 to 8
 * @param meanAbsoluteError of the net rate, a fraction, four places
 * @param naiveMeanAbsoluteError the same of "as in the week before"
 * @param worseThanNaive whether simply repeating the week before would have been closer
 */
@Schema(name = "ForecastBacktest", description = "How far off the method would have been in the last weeks.")
public record Backtest(
        @Schema(description = "On how many weeks it was tried, at most 8.", example = "8") int weeks,
        @Schema(
                        description = "How far it was off on average, as a fraction of the net rate: 0.0141 is 1.41"
                                + " percentage points.",
                        example = "0.0141")
                BigDecimal meanAbsoluteError,
        @Schema(description = "How far off \"as in the week before\" was on average, the same way.", example = "0.0187")
                BigDecimal naiveMeanAbsoluteError,
        @Schema(
                        description = "Whether simply repeating the week before would have been closer: then do not"
                                + " rely on the forecast.",
                        example = "false")
                boolean worseThanNaive) {

    private static final int LONGEST = 8;

    /**
     * @param series at least five weeks with a rate
     * @return the errors over its last weeks, each forecast from the weeks before it alone; null when it could not be
     *     tried on any, which is not the same as no error
     */
    static @Nullable Backtest of(WeekSeries series) {
        double error = 0;
        double naiveError = 0;
        int tried = 0;
        for (int week = series.weeks().size() - 1; week > 0 && tried < LONGEST; week--) {
            WeekSeries before = series.first(week);
            boolean known = series.weeks().get(week).settled() > 0
                    && series.weeks().get(week - 1).settled() > 0;
            if (known && before.weeksWithRate() >= WeekSeries.SHORTEST) {
                double point =
                        before.netRate(series.firstMonday().plusWeeks(week), 7).point();
                error += Math.abs(Math.min(1, Math.max(0, point)) - series.rate(week));
                naiveError += Math.abs(series.rate(week - 1) - series.rate(week));
                tried++;
            }
        }
        return tried == 0 ? null : new Backtest(tried, mean(error, tried), mean(naiveError, tried), error > naiveError);
    }

    private static BigDecimal mean(double sum, int count) {
        return BigDecimal.valueOf(sum / count).setScale(4, RoundingMode.HALF_UP);
    }
}
