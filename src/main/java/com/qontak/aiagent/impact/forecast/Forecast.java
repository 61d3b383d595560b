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
 * @param backtest the error it would have had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The period of equal length that follows, if things go on as they have.")
public record Forecast(
        boolean available,
        @Nullable String reason,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Range netRate,
        @Nullable Range netContained,
        @Nullable BigDecimal level,
        @Nullable String method,
        @Nullable Integer weeks,
        @Nullable Backtest backtest) {

    /** How many settled weeks it takes to say anything. */
    public static final int FEWEST_WEEKS = 8;

    /** How many settled weeks are looked at, at most. */
    public static final int MOST_WEEKS = 26;

    /** Why there is none: not enough settled weeks. */
    public static final String TOO_FEW_WEEKS = "too_few_settled_weeks";

    /** Why there is none: the period is more than half as long as the weeks behind it. */
    public static final String TOO_LONG = "period_too_long";

    /** Why there is none: the period that follows began before today. */
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
    @Schema(name = "ForecastRange")
    public record Range(BigDecimal point, BigDecimal low, BigDecimal high) {}

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
     * @param settledWeeks the rooms of each settled week from then on, without gaps
     * @return the forecast, or why there is none
     */
    public static Forecast of(Period next, LocalDate firstMonday, List<Counts> settledWeeks) {
        WeekSeries series = new WeekSeries(firstMonday, settledWeeks);
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
                settledWeeks.size(),
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
