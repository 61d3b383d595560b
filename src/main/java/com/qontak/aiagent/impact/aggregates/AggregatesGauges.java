package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.Progress.Summary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/** Shows how far all copies are, asked anew at each scrape; nothing while the database cannot tell. */
final class AggregatesGauges implements MeterBinder {

    private static final double MILLIS = 1000;

    private final Progress progress;
    private final boolean inUse;

    /** @param inUse whether copies are kept fresh; those that once were have no age that matters */
    AggregatesGauges(Progress progress, boolean inUse) {
        this.progress = progress;
        this.inUse = inUse;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("impact.aggregates.lag", summary -> inUse ? seconds(summary) : 0)
                .description("How far the stalest copy in use is behind")
                .baseUnit("seconds")
                .register(registry);
        gauge("impact.aggregates.organizations", Summary::fresh)
                .tag("copy", "fresh")
                .register(registry);
        gauge("impact.aggregates.organizations", Summary::filling)
                .tag("copy", "filling")
                .register(registry);
        gauge("impact.aggregates.organizations", Summary::unusable)
                .tag("copy", "unusable")
                .register(registry);
        gauge("impact.aggregates.rooms", Summary::rooms)
                .description("Rooms in all copies together")
                .register(registry);
    }

    private Gauge.Builder<Progress> gauge(String name, ToDoubleFunction<Summary> value) {
        return Gauge.builder(name, progress, now -> {
            try {
                return value.applyAsDouble(now.summary());
            } catch (DataAccessException away) {
                return Double.NaN;
            }
        });
    }

    private static double seconds(Summary summary) {
        Duration lag = summary.lag();
        return lag == null ? 0 : lag.toMillis() / MILLIS;
    }
}
