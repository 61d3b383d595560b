package com.qontak.aiagent.agents.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The initiative's figures: how each follows from the counts, and what it is meant to be. Counts are whole numbers,
 * rates fractions in [0, 1] with four places, minutes have one place; both are rounded half up, and null when there
 * is nothing to divide by.
 */
enum Kpi {
    AGENTS_BUILT_AND_LIVE("initiative.agents.built.and.live", "15", counts -> whole(counts.agentsBuiltAndLive())),
    ORGANIZATIONS("initiative.organizations", "15", counts -> whole(counts.organizations())),
    DRAFT_SUCCESS_RATE("initiative.draft.success.rate", "0.90", counts -> share(counts.drafts())),
    PREVIEW_SUCCESS_RATE("initiative.preview.success.rate", "0.95", counts -> share(counts.previews())),
    RESOURCE_SUCCESS_RATE("initiative.resource.success.rate", "0.95", counts -> share(counts.resources())),
    MEDIAN_MINUTES_TO_FIRST_SAVE(
            "initiative.median.minutes.to.first.save", "30", counts -> minutes(counts.medianSecondsToFirstSave()));

    private static final BigDecimal SECONDS_OF_A_MINUTE = BigDecimal.valueOf(60);

    private final String meter;
    private final BigDecimal target;
    private final Function<KpiCounts, @Nullable BigDecimal> formula;

    Kpi(String meter, String target, Function<KpiCounts, @Nullable BigDecimal> formula) {
        this.meter = meter;
        this.target = new BigDecimal(target);
        this.formula = formula;
    }

    /** @return its name among the metrics */
    String meter() {
        return meter;
    }

    /** @return what it is meant to reach; minutes are meant to stay below */
    BigDecimal target() {
        return target;
    }

    @Nullable
    BigDecimal value(KpiCounts counts) {
        return formula.apply(counts);
    }

    private static BigDecimal whole(long count) {
        return BigDecimal.valueOf(count);
    }

    private static @Nullable BigDecimal share(KpiCounts.Rate rate) {
        return rate.finished() == 0
                ? null
                : BigDecimal.valueOf(rate.succeeded())
                        .divide(BigDecimal.valueOf(rate.finished()), 4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal minutes(@Nullable BigDecimal seconds) {
        return seconds == null ? null : seconds.divide(SECONDS_OF_A_MINUTE, 1, RoundingMode.HALF_UP);
    }
}
