package com.qontak.aiagent.impact.aggregates;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the aggregates did and what they could not do. */
final class AggregatesMetrics {

    private final Counter answered;
    private final Counter direct;
    private final Counter failures;
    private final Counter drift;
    private final Counter days;

    AggregatesMetrics(MeterRegistry registry) {
        answered = answers(registry, "days");
        direct = answers(registry, "rooms");
        failures = Counter.builder("impact.aggregates.failures")
                .description("Times a database could not be read or written for them")
                .register(registry);
        drift = Counter.builder("impact.aggregates.drift")
                .description("Rooms that the rolling recount found otherwise, and corrected")
                .register(registry);
        days = Counter.builder("impact.aggregates.days.counted")
                .description("Days counted, those counted again among them")
                .register(registry);
    }

    private static Counter answers(MeterRegistry registry, String from) {
        return Counter.builder("impact.aggregates.answers")
                .description("Answers by what they were counted from")
                .tag("from", from)
                .register(registry);
    }

    void answered(boolean beforehand) {
        (beforehand ? answered : direct).increment();
    }

    void failed() {
        failures.increment();
    }

    void drifted(long count) {
        drift.increment(count);
    }

    void daysCounted(long count) {
        days.increment(count);
    }
}
