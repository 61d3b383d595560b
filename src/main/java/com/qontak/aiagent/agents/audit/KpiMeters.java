package com.qontak.aiagent.agents.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The initiative's figures as gauges {@code initiative.*}, counted at most once a minute however often they are read.
 * A figure there is nothing to count for, or that the database does not give, is NaN: not a number of yesterday's.
 */
@Component
class KpiMeters implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(KpiMeters.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SelectKpiCounts select;
    private final Clock clock;
    private Optional<KpiCounts> counts = Optional.empty();
    private Instant countedAt = Instant.MIN;

    KpiMeters(SelectKpiCounts select, Clock clock) {
        this.select = select;
        this.clock = clock;
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
        @Nullable BigDecimal value = counts().map(kpi::value).orElse(null);
        return value == null ? Double.NaN : value.doubleValue();
    }

    private synchronized Optional<KpiCounts> counts() {
        Instant now = clock.instant();
        if (!now.isBefore(countedAt.plus(FRESH))) {
            countedAt = now;
            try {
                counts = Optional.of(select.counts());
            } catch (DataAccessException away) {
                log.warn("The initiative's figures are not available", away);
                counts = Optional.empty();
            }
        }
        return counts;
    }
}
