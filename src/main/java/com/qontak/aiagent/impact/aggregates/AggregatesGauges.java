package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.database.RecentAnswer;
import com.qontak.aiagent.impact.aggregates.Progress.Summary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** Shows how far all copies are, asked once at each scrape; nothing while the database cannot tell. */
final class AggregatesGauges implements MeterBinder {

    private static final double MILLIS = 1000;

    // All gauges of a scrape are read within it.
    private static final Duration ONE_SCRAPE = Duration.ofSeconds(1);

    private final RecentAnswer<Summary> summary;
    private final boolean inUse;

    /** @param inUse whether copies are kept fresh; those that once were have no age that matters */
    AggregatesGauges(Progress progress, boolean inUse, Clock clock) {
        this.summary = new RecentAnswer<>("how far the copies are", progress::summary, ONE_SCRAPE, clock);
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

    private Gauge.Builder<RecentAnswer<Summary>> gauge(String name, ToDoubleFunction<Summary> value) {
        return Gauge.builder(
                name, summary, recent -> recent.get().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static double seconds(Summary summary) {
        Duration lag = summary.lag();
        return lag == null ? 0 : lag.toMillis() / MILLIS;
    }
}
