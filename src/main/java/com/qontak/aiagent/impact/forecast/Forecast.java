package com.qontak.aiagent.impact.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.forecast.WeekSeries.Estimate;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rooms.Counts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The period of equal length that follows, if things go on as they have.
 *
 * @param available whether there are enough settled weeks to say
 * @param reason why not: {@code too_few_settled_weeks}, {@code period_too_long} or {@code period_over}; absent when there
 *     are
 * @param from the first date it is for
 * @param to the last date it is for, included
 * @param netRate the net rate; fractions, four places
 * @param netContained the net contained rooms; whole
 * @param level how often such an interval holds what comes, as a fraction
 * @param method how it was worked out
 * @param weeks how many settled weeks it was worked out from
 * @param backtest the error it would have had; absent where it could not be tried on any week
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The period of equal length that follows, if things go on as they have.")
public record Forecast(
        @Schema(description = "Whether there are enough settled weeks to look ahead.", example = "true")
                boolean available,
        @Schema(
                        description = "Why there is no forecast: `too_few_settled_weeks`, `period_too_long` or"
                                + " `period_over`; absent when there is one.",
                        example = "too_few_settled_weeks")
                @Nullable
                String reason,
        @Schema(
                        description = "The first day it is for, a local date; absent without a forecast.",
                        example = "2026-11-21")
                @Nullable
                LocalDate from,
        @Schema(description = "The last day it is for, included; absent without a forecast.", example = "2026-12-18")
                @Nullable
                LocalDate to,
        @Schema(description = "The net rate to expect, as fractions from 0 to 1; absent without a forecast.") @Nullable
                Range netRate,
        @Schema(
                        description = "The conversations to expect that the AI closes for good, in whole numbers;"
                                + " absent without a forecast.")
                @Nullable
                Range netContained,
        @Schema(
                        description =
                                "How often what really comes lies between `low` and `high`: 0.8 is eight times in ten.",
                        example = "0.8")
                @Nullable
                BigDecimal level,
        @Schema(
                        description = "How it was worked out.",
                        example = "Damped straight line through the settled weeks by weighted least squares, with"
                                + " Student's interval")
                @Nullable
                String method,
        @Schema(description = "From how many settled weeks it was worked out.", example = "14") @Nullable Integer weeks,
        @Schema(
                        description = "How far off the same method would have been in the last weeks; absent without"
                                + " a forecast, and where it could not be tried on any of them.")
                @Nullable
                Backtest backtest) {

    /** How many settled weeks it takes to say anything. */
    public static final int FEWEST_WEEKS = 8;

    /** How many settled weeks are looked at, at most. */
    public static final int MOST_WEEKS = 26;

    /** Why there is none: not enough settled weeks. */
    public static final String TOO_FEW_WEEKS = "too_few_settled_weeks";

    /** Why there is none: the period is more than half as long as the weeks behind it. */
    public static final String TOO_LONG = "period_too_long";

    /** Why there is none: the period that follows ended before today. */
    public static final String OVER = "period_over";

    private static final int DAYS_OF_A_WEEK = 7;
    private static final BigDecimal LEVEL = new BigDecimal("0.8");
    private static final String METHOD =
            "Damped straight line through the settled weeks by weighted least squares, with Student's interval";

    /**
     * A forecast with its interval.
     *
     * @param point the most likely value
     * @param low the lower end
     * @param high the upper end
     */
    @Schema(
            name = "ForecastRange",
            description =
                    "What is to be expected, and between which two ends it probably lies. The example is of a rate.")
    public record Range(
            @Schema(description = "What is most likely.", example = "0.6310") BigDecimal point,
            @Schema(description = "The lower end.", example = "0.6012") BigDecimal low,
            @Schema(description = "The upper end.", example = "0.6608") BigDecimal high) {}

    /**
     * @param reason why there is no forecast
     * @return that there is none
     */
    public static Forecast none(String reason) {
        return new Forecast(false, reason, null, null, null, null, null, null, null, null);
    }

    /**
     * @param next the period to forecast
     * @param firstMonday when the first settled week begins
     * @param settledWeeks the rooms of each settled week from then on, without gaps; those before the first room are
     *     left out, since an agent, a channel or an organization that had not begun yet did not achieve nothing
     * @return the forecast, or why there is none
     */
    public static Forecast of(Period next, LocalDate firstMonday, List<Counts> settledWeeks) {
        WeekSeries series = new WeekSeries(firstMonday, settledWeeks).begun();
        if (series.weeksWithRate() < FEWEST_WEEKS) {
            return none(TOO_FEW_WEEKS);
        }
        if (next.days() / DAYS_OF_A_WEEK > Math.min(MOST_WEEKS, series.weeksWithRate()) / 2) {
            return none(TOO_LONG);
        }
        return new Forecast(
                true,
                null,
                next.from(),
                next.to(),
                range(series.netRate(next.from(), next.days()), 4, 1),
                range(series.netContained(next.from(), next.days()), 0, Double.MAX_VALUE),
                LEVEL,
                METHOD,
                series.weeks().size(),
                Backtest.of(series));
    }

    private static Range range(Estimate estimate, int places, double most) {
        return new Range(
                rounded(estimate.point(), places, most),
                rounded(estimate.point() - estimate.halfWidth(), places, most),
                rounded(estimate.point() + estimate.halfWidth(), places, most));
    }

    private static BigDecimal rounded(double value, int places, double most) {
        return BigDecimal.valueOf(Math.min(most, Math.max(0, value))).setScale(places, RoundingMode.HALF_UP);
    }
}
