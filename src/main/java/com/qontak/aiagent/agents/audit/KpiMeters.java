package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.database.RecentAnswer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The initiative's figures as gauges {@code initiative.*}, counted at most once a minute however often they are read.
 * A figure there is nothing to count for, or that the database does not give, is NaN: not a number of yesterday's.
 */
@Component
class KpiMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final RecentAnswer<KpiCounts> counts;

    KpiMeters(SelectKpiCounts select, Clock clock) {
        this.counts = new RecentAnswer<>("the initiative's figures", select::counts, FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Kpi kpi : Kpi.values()) {
            Gauge.builder(kpi.meter(), this, meters -> meters.value(kpi))
                    .description("Initiative, over all organizations; target " + kpi.target())
                    .register(registry);
        }
    }

    private double value(Kpi kpi) {
        @Nullable BigDecimal value = counts.get().map(kpi::value).orElse(null);
        return value == null ? Double.NaN : value.doubleValue();
    }
}
