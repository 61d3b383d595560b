package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What the breaker learns of answers that come in pieces, and how soon. */
class StreamBreakerTests {

    private static final int TRIED = 2;

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "stream",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(4)
                    .permittedNumberOfCallsInHalfOpenState(TRIED)
                    .build());
    private final UpstreamGuard guard = new UpstreamGuard(
            new CallLimits(
                    TimeLimiter.ofDefaults("stream"),
                    Bulkhead.ofDefaults("stream"),
                    breaker,
                    Retry.ofDefaults("stream")),
            new SimpleMeterRegistry(),
            new UpstreamFailures(new ObjectMapper()));

    @Test
    void upstreamThatIsWellAgainIsCalledByAllThoughNoAnswerHasEnded() {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();

        List<Disposable> turns = IntStream.range(0, TRIED)
                .mapToObj(turn -> stream(Flux.concat(Flux.just("token"), Flux.never())))
                .toList();

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        turns.forEach(Disposable::dispose);
    }

    @Test
    void callerWhoGoesBeforeTheFirstPieceLeavesTheirTryToOthers() {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();

        IntStream.range(0, TRIED).forEach(turn -> stream(Flux.never()).dispose());

        assertThat(breaker.tryAcquirePermission()).isTrue();
    }

    @Test
    void answersThatBreakOffOpenTheCircuit() {
        IntStream.range(0, 4)
                .forEach(turn -> stream(Flux.concat(Flux.just("token"), Flux.error(new IllegalStateException()))));

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    private Disposable stream(Flux<String> pieces) {
        return guard.protect(UpstreamCall.STREAM_PREVIEW, pieces, "done"::equals)
                .subscribe(piece -> {}, failure -> {});
    }
}
