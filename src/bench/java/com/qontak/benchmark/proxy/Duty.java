package com.qontak.benchmark.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/** What the service does for a request, told by the packages and classes that do it; the first that fits. */
enum Duty {
    LIMITS("limits of the organization", "com.qontak.aiagent.access.limits."),
    CALLER("token, tenant, origin, headers", "com.qontak.aiagent.access.", "org.springframework.security."),
    GUARD(
            "breaker, limits of calls, deadline, repeats",
            "io.github.resilience4j.",
            "com.qontak.aiagent.upstream.UpstreamGuard",
            "reactor.core.publisher.FluxTimeout",
            "reactor.core.scheduler."),
    OBSERVING(
            "metrics and traces",
            "io.micrometer.",
            "io.opentelemetry.",
            "io.prometheus.",
            "com.qontak.aiagent.upstream.UpstreamTrace",
            "org.springframework.web.filter.ServerHttpObservationFilter",
            "org.springframework.http.server.observation."),
    VALIDATING("validating", "com.qontak.aiagent.agents.pack.", "com.networknt."),
    TRANSLATING("translating the vocabulary", "com.qontak.aiagent.upstream.vocabulary."),
    WRITING(
            "writing JSON",
            "com.fasterxml.jackson.databind.ser.",
            "com.fasterxml.jackson.core.json.UTF8JsonGenerator",
            "com.fasterxml.jackson.core.json.WriterBased"),
    PARSING(
            "parsing JSON",
            "com.fasterxml.jackson.core.",
            "com.fasterxml.jackson.databind.deser.",
            "com.fasterxml.jackson.databind.ObjectMapper"),
    UPSTREAM("asking the upstream, and its answer", "com.qontak.aiagent.upstream.", "reactor.netty.", "io.netty."),
    OPERATORS("reactive operators", "reactor."),
    SERVER("web server", "org.apache."),
    FILTERS("filters and asynchronous requests", "org.springframework.", "com.qontak.aiagent.web."),
    READING("reading an agent", "com.qontak.aiagent.");

    private final String words;
    private final List<String> prefixes;

    Duty(String words, String... prefixes) {
        this.words = words;
        this.prefixes = List.of(prefixes);
    }

    String words() {
        return words;
    }

    /** @return whose the innermost frame is that belongs to any; empty when none does */
    static Optional<Duty> of(RecordedEvent sample) {
        RecordedStackTrace stack = sample.getStackTrace();
        return stack == null
                ? Optional.empty()
                : stack.getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .flatMap(type -> of(type).stream())
                        .findFirst();
    }

    private static Optional<Duty> of(String type) {
        return Arrays.stream(values())
                .filter(duty -> duty.prefixes.stream().anyMatch(type::startsWith))
                .findFirst();
    }
}
