package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The one deadline of a call and its repeat, while no timer runs that could end the call before it. */
class RepeatDeadlineTests {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Caller CALLER = new Caller(
            "bot_builder-1",
            Set.of(Role.BOT_BUILDER),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    private final AtomicInteger sent = new AtomicInteger();
    private final UpstreamGuard guard = new UpstreamGuard(
            new CallLimits(
                    TimeLimiter.of(
                            "read",
                            TimeLimiterConfig.custom().timeoutDuration(TIMEOUT).build()),
                    Bulkhead.ofDefaults("read"),
                    CircuitBreaker.ofDefaults("read"),
                    Retry.of("read", RetryConfig.custom().maxAttempts(2).build())),
            new SimpleMeterRegistry(),
            new UpstreamFailures(new ObjectMapper()));

    @Test
    void repeatForWhichNoTimeIsLeftIsNotSent() {
        StepVerifier.withVirtualTime(() -> failingAfter(TIMEOUT))
                .thenAwait(TIMEOUT)
                .verifyErrorSatisfies(failure ->
                        assertThat(((UpstreamException) failure).outcome()).isEqualTo(UpstreamOutcome.TIMED_OUT));
        assertThat(sent).hasValue(1);
    }

    @Test
    void repeatForWhichTimeIsLeftIsSent() {
        StepVerifier.withVirtualTime(() -> failingAfter(Duration.ZERO))
                .thenAwait(TIMEOUT)
                .verifyErrorSatisfies(failure ->
                        assertThat(((UpstreamException) failure).outcome()).isEqualTo(UpstreamOutcome.UNREACHABLE));
        assertThat(sent).hasValue(2);
    }

    private Mono<String> failingAfter(Duration time) {
        Mono<String> attempt = Mono.fromCallable(() -> {
            sent.incrementAndGet();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < time.toNanos()) {
                Thread.onSpinWait();
            }
            throw new IOException("Broken off");
        });
        return guard.protect(UpstreamCall.GET_AGENT, UpstreamRequest.of(CALLER), attempt);
    }
}
