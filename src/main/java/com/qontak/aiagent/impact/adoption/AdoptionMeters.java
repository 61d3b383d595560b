package com.qontak.aiagent.impact.adoption;

import com.qontak.aiagent.database.RecentAnswer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * The use of the report as gauges {@code initiative.report.*}, counted at most once a minute however often they are
 * read. What the database does not give is NaN: not a number of yesterday's.
 */
@Component
class AdoptionMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final RecentAnswer<Adoption> adoption;

    AdoptionMeters(SelectAdoption select, Clock clock) {
        this.adoption = new RecentAnswer<>("the use of the report", select::adoption, FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("initiative.organizations.enabled", Adoption::enabled)
                .description("Organizations the autonomous agent is sold and rolled out to")
                .register(registry);
        looked("this", Adoption::lookedThisMonth).register(registry);
        looked("last", Adoption::lookedLastMonth).register(registry);
        returned("this", Adoption::returnedThisMonth).register(registry);
        returned("last", Adoption::returnedLastMonth).register(registry);
    }

    private Gauge.Builder<AdoptionMeters> looked(String month, ToLongFunction<Adoption> count) {
        return gauge("initiative.report.organizations", count)
                .tag("month", month)
                .description("Organizations whose admin looked at the impact report in the month");
    }

    private Gauge.Builder<AdoptionMeters> returned(String month, ToLongFunction<Adoption> count) {
        return gauge("initiative.report.returned", count)
                .tag("month", month)
                .description("Those of them whose admin looked in the month before too");
    }

    private Gauge.Builder<AdoptionMeters> gauge(String name, ToLongFunction<Adoption> count) {
        return Gauge.builder(name, this, meters -> meters.value(count));
    }

    private double value(ToLongFunction<Adoption> count) {
        return adoption.get().map(known -> (double) count.applyAsLong(known)).orElse(Double.NaN);
    }
}
