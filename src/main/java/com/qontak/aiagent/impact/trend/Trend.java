package com.qontak.aiagent.impact.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.rates.Verdict;
import com.qontak.aiagent.impact.rooms.Counts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the net rate moves.
 *
 * @param available whether the AI has begun to work, so that there is something to compare with
 * @param reason why not: {@code no_ai_conversations}; absent when it has
 * @param onboardingDate when it began, or what an admin set instead; null before that
 * @param baseline the figures of the first 28 local days from then; null before that
 * @param weeks every ISO week the period touches, in order
 * @param deltaVsBaseline net rate minus the baseline's in percentage points, one decimal; null when either is null
 * @param deltaVsPrevious net rate minus that of the period of equal length just before; null when either is null
 * @param verdictVsBaseline whether the first difference is more than chance, by an interval for independent samples; see
 *     {@link #touchesBaseline}
 * @param verdictVsPrevious whether the second difference is more than chance
 */
@Schema(description = "How the net rate moves: by week, against the first weeks, and against the period before.")
public record Trend(
        @Schema(
                        description = "Whether the AI has begun to work, so that there is something to compare with.",
                        example = "true")
                boolean available,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "Why there is nothing to compare: `no_ai_conversations`; absent when there is.",
                        example = "no_ai_conversations")
                @Nullable
                String reason,
        @Schema(
                        description = "The local date on which the AI began to work, or what an admin set instead;"
                                + " null before that.",
                        example = "2026-08-03")
                @Nullable
                LocalDate onboardingDate,
        @Schema(description = "The figures of the first 28 days from then; null before that.") @Nullable
                Containment baseline,
        @Schema(description = "Every week the period touches, in order; weeks begin on Monday.") List<Week> weeks,
        @Schema(
                        description = "The net rate minus that of the first 28 days, in percentage points with one"
                                + " decimal; null when either is not known.",
                        example = "4.7")
                @Nullable
                BigDecimal deltaVsBaseline,
        @Schema(
                        description = "The net rate minus that of the period of equal length just before, in"
                                + " percentage points with one decimal; null when either is not known.",
                        example = "1.2")
                @Nullable
                BigDecimal deltaVsPrevious,
        @Schema(
                        description = "Whether the difference from the first 28 days is more than chance: `better`,"
                                + " `worse`, or `too_early` to tell.")
                Verdict verdictVsBaseline,
        @Schema(
                        description = "Whether the difference from the period before is more than chance: `better`,"
                                + " `worse`, or `too_early` to tell.")
                Verdict verdictVsPrevious) {

    /** How many local days from onboarding make the baseline. */
    public static final int BASELINE_DAYS = 28;

    /**
     * @param onboarding when the AI began to work; null before that
     * @param baseline the rooms of the first days from then; none before that
     * @param previous the rooms of the period just before
     * @param current the rooms of the period
     * @param weeks the same by week
     * @return the trend they make
     */
    public static Trend of(
            @Nullable LocalDate onboarding, Counts baseline, Counts previous, Counts current, List<Week> weeks) {
        Ratio rate = Containment.netRatio(current);
        Ratio first = Containment.netRatio(baseline);
        Ratio before = Containment.netRatio(previous);
        return new Trend(
                onboarding != null,
                onboarding == null ? "no_ai_conversations" : null,
                onboarding,
                onboarding == null ? null : Containment.of(baseline),
                weeks,
                rate.pointsAbove(first),
                rate.pointsAbove(before),
                Verdict.of(rate, first, Containment.ENOUGH),
                Verdict.of(rate, before, Containment.ENOUGH));
    }

    /**
     * @param period which one the trend is of
     * @return whether it holds any day of the baseline: then the two share conversations, and the verdict against the
     *     baseline is not to be put into words
     */
    public boolean touchesBaseline(Period period) {
        return onboardingDate != null
                && !period.to().isBefore(onboardingDate)
                && period.from().isBefore(onboardingDate.plusDays(BASELINE_DAYS));
    }
}
