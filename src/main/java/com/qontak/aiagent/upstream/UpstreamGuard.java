package com.qontak.aiagent.upstream;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps one sick upstream from hurting the rest: a limit on calls that wait for it, a circuit breaker for each kind of
 * call, a deadline, and repeats where they are safe. Times every call as {@code upstream.calls}.
 */
final class UpstreamGuard {

    private final String upstream;
    private final Duration deadline;
    private final Bulkhead bulkhead;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;
    private final MeterRegistry meters;
    private final UpstreamFailures failures;

    UpstreamGuard(
            String upstream,
            Duration deadline,
            Bulkhead bulkhead,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            MeterRegistry meters,
            UpstreamFailures failures) {
        this.upstream = upstream;
        this.deadline = deadline;
        this.bulkhead = bulkhead;
        this.breakers = breakers;
        this.retries = retries;
        this.meters = meters;
        this.failures = failures;
    }

    <T> Mono<T> protect(UpstreamCall call, UpstreamRequest request, Mono<T> attempt) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return limited(call, request, attempt)
                    .doOnSuccess(answer -> sample.stop(timer(call, "ok")))
                    .doOnError(failure -> sample.stop(timer(call, outcome(failure))))
                    .doOnCancel(() -> sample.stop(timer(call, "cancelled")));
        });
    }

    private <T> Mono<T> limited(UpstreamCall call, UpstreamRequest request, Mono<T> attempt) {
        String instance = upstream + "-" + call.group();
        // The breaker must see a timeout as a failure, so the deadline stands inside it, the same for every attempt.
        Mono<T> broken = timed(request, attempt, System.nanoTime() + deadline.toNanos())
                .onErrorMap(failure -> failures.of(call, failure))
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(instance, upstream)));
        boolean repeatable = request.streamed().isEmpty()
                && (call.isSafe() || request.headers().containsKey("Idempotency-Key"));
        Mono<T> repeated = repeatable
                ? broken.transformDeferred(RetryOperator.of(retries.retry(instance, call.isSafe() ? "safe" : "keyed")))
                : broken;
        return repeated.transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(CallNotPermittedException.class, open -> failures.unavailable(call, open))
                .onErrorMap(BulkheadFullException.class, full -> failures.unavailable(call, full));
    }

    // A streamed body has its own pace; the time to answer begins once it is sent.
    private <T> Mono<T> timed(UpstreamRequest request, Mono<T> attempt, long end) {
        return request.streamed()
                .map(body -> attempt.timeout(body.sent().then(Mono.delay(deadline))))
                .orElseGet(() ->
                        Mono.defer(() -> attempt.timeout(Duration.ofNanos(Math.max(1, end - System.nanoTime())))));
    }

    /** The same for an answer in pieces: the deadline is that of the first one, and nothing is ever repeated. */
    <T> Flux<T> protect(UpstreamCall call, Flux<T> attempt) {
        Flux<T> limited = attempt.timeout(Mono.delay(deadline), piece -> Mono.never())
                .transformDeferred(
                        CircuitBreakerOperator.of(breakers.circuitBreaker(upstream + "-" + call.group(), upstream)))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(CallNotPermittedException.class, open -> failures.unavailable(call, open))
                .onErrorMap(BulkheadFullException.class, full -> failures.unavailable(call, full))
                .onErrorMap(failure -> failures.of(call, failure));
        return Flux.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return limited.doOnComplete(() -> sample.stop(timer(call, "ok")))
                    .doOnError(failure -> sample.stop(timer(call, outcome(failure))))
                    .doOnCancel(() -> sample.stop(timer(call, "cancelled")));
        });
    }

    // Any other failure is the request's own: the upstream is not to blame for it.
    private static String outcome(Throwable failure) {
        return failure instanceof UpstreamException known
                ? known.outcome().name().toLowerCase(Locale.ROOT)
                : "abandoned";
    }

    private Timer timer(UpstreamCall call, String outcome) {
        return Timer.builder("upstream.calls")
                .description("Calls to the upstream services, until their whole answer was read")
                .tag("upstream", upstream)
                .tag("call", call.name())
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(meters);
    }
}
