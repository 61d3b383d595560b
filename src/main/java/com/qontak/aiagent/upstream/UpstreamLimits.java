package com.qontak.aiagent.upstream;

import com.qontak.aiagent.startup.RefusedToStart;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The limits of every kind of call, as they are configured: none is left to a default that nobody chose. */
@Component
class UpstreamLimits {

    private final Map<CallKind, CallLimits> limits = new EnumMap<>(CallKind.class);

    /** @throws RefusedToStart naming the first setting that is missing or cannot be used */
    UpstreamLimits(
            TimeLimiterRegistry timeouts,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries) {
        for (CallKind kind : CallKind.values()) {
            String name = kind.instance();
            limits.put(
                    kind,
                    new CallLimits(
                            configured("timelimiter", name, timeouts.find(name)),
                            configured("bulkhead", name, bulkheads.find(name)),
                            configured("circuitbreaker", name, breakers.find(name)),
                            configured("retry", name, retries.find(name))));
        }
    }

    CallLimits of(CallKind kind) {
        return Objects.requireNonNull(limits.get(kind));
    }

    /** @return the calls that may wait for an upstream at once, of all kinds together */
    int callsAtOnce(String upstream) {
        return CallKind.of(upstream).stream()
                .mapToInt(kind -> of(kind).bulkhead().getBulkheadConfig().getMaxConcurrentCalls())
                .sum();
    }

    private static <T> T configured(String part, String name, Optional<T> found) {
        return found.orElseThrow(
                () -> new RefusedToStart("resilience4j." + part + ".instances." + name + " is missing", null));
    }
}
