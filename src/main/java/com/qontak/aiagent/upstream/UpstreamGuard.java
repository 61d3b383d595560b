package com.qontak.aiagent.upstream;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Keeps one kind of call from hurting the rest: a limit on calls at once, a circuit breaker, a deadline, and repeats
 * where they are safe. Times every call as {@code upstream.calls}.
 */
final class UpstreamGuard {

    private static final Logger log = LoggerFactory.getLogger(UpstreamGuard.class);

    // A connection that is closed because its call took too long fails once more, after the call has. Reactor would log
    // that with its stack, as something that nobody heard of.
    private static final ContextView IGNORING_WHAT_COMES_TOO_LATE =
            Context.of("reactor.onErrorDropped.local", (Consumer<Throwable>)
                    late -> log.debug("A call failed that has already been answered", late));

    // What is longer is told from nothing longer.
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final CallLimits limits;
    private final MeterRegistry meters;
    private final UpstreamFailures failures;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    UpstreamGuard(CallLimits limits, MeterRegistry meters, UpstreamFailures failures) {
        this.limits = limits;
        this.meters = meters;
        this.failures = failures;
    }

    <T> Mono<T> protect(UpstreamCall call, UpstreamRequest request, Mono<T> attempt) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return limited(call, request, attempt)
                    .doOnSuccess(answer -> sample.stop(timer(call, "ok")))
                    .doOnError(failure -> sample.stop(timer(call, outcome(failure))))
                    .doOnCancel(() -> sample.stop(timer(call, "cancelled")))
                    .contextWrite(IGNORING_WHAT_COMES_TOO_LATE);
        });
    }

    private <T> Mono<T> limited(UpstreamCall call, UpstreamRequest request, Mono<T> attempt) {
        Mono<T> broken = request.streamed()
                .map(body -> afterSending(call, body, attempt))
                .orElseGet(() -> inTime(call, attempt));
        boolean repeatable = request.streamed().isEmpty()
                && (call.isSafe() || request.headers().containsKey("Idempotency-Key"));
        return (repeatable ? repeated(broken) : broken)
                .transformDeferred(BulkheadOperator.of(limits.bulkhead()))
                .onErrorMap(failure -> refused(call, failure));
    }

    // As the operator of Resilience4j does, which prepares for a repeat at every call; most need none.
    private <T> Mono<T> repeated(Mono<T> attempt) {
        return Mono.defer(() -> repeated(attempt, limits.retry().asyncContext()));
    }

    private static <T> Mono<T> repeated(Mono<T> attempt, Retry.AsyncContext<T> context) {
        return attempt.doOnSuccess(answer -> context.onComplete()).onErrorResume(failure -> {
            long wait = context.onError(failure);
            return wait < 0
                    ? Mono.error(failure)
                    : Mono.delay(Duration.ofMillis(wait)).then(repeated(attempt, context));
        });
    }

    // One deadline for all attempts; an attempt for which no time is left is not made.
    private <T> Mono<T> inTime(UpstreamCall call, Mono<T> attempt) {
        long end = System.nanoTime() + limits.timeout().toNanos();
        return Mono.defer(() -> {
            long left = end - System.nanoTime();
            return left > 0
                    ? counted(call, attempt.timeout(Duration.ofNanos(left)))
                    : Mono.error(failures.timedOut(call));
        });
    }

    // A streamed body has its own pace; the time to answer begins once it is sent.
    private <T> Mono<T> afterSending(UpstreamCall call, StreamedBody body, Mono<T> attempt) {
        return counted(call, attempt.timeout(body.sent().then(Mono.delay(limits.timeout()))));
    }

    // The breaker must see a timeout as a failure, so the deadline stands inside it.
    private <T> Mono<T> counted(UpstreamCall call, Mono<T> timed) {
        return timed.doOnSuccess(answer -> limits.time().onSuccess())
                .doOnError(failure -> limits.time().onError(failure))
                .onErrorMap(failure -> failures.of(call, failure))
                .transformDeferred(CircuitBreakerOperator.of(limits.breaker()));
    }

    /**
     * The same for an answer in pieces: the deadline is that of the first one, and nothing is ever repeated. The call has
     * succeeded with its last piece, after which whoever takes them may be gone. For the breaker the upstream is well once
     * the first piece is there: the rest takes as long as whoever takes them.
     */
    <T> Flux<T> protect(UpstreamCall call, Flux<T> attempt, Predicate<T> last) {
        Flux<T> limited = attempt.timeout(Mono.delay(limits.timeout()), piece -> Mono.never())
                .doOnError(failure -> limits.time().onError(failure))
                .onErrorMap(failure -> failures.of(call, failure))
                .transform(this::counted)
                .transformDeferred(BulkheadOperator.of(limits.bulkhead()))
                .onErrorMap(failure -> refused(call, failure));
        return Flux.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            AtomicBoolean succeeded = new AtomicBoolean();
            return limited.doOnNext(piece -> {
                        if (last.test(piece)) {
                            succeeded.set(true);
                            limits.time().onSuccess();
                            sample.stop(timer(call, "ok"));
                        }
                    })
                    .doOnError(failure -> sample.stop(timer(call, outcome(failure))))
                    .doOnCancel(() -> {
                        if (!succeeded.get()) {
                            sample.stop(timer(call, "cancelled"));
                        }
                    })
                    .contextWrite(IGNORING_WHAT_COMES_TOO_LATE);
        });
    }

    // The operator of Resilience4j reports a success at the end alone, and lets no other call through until then when
    // the
    // breaker is half open.
    private <T> Flux<T> counted(Flux<T> pieces) {
        CircuitBreaker breaker = limits.breaker();
        return Flux.defer(() -> {
            breaker.acquirePermission();
            long start = breaker.getCurrentTimestamp();
            AtomicBoolean begun = new AtomicBoolean();
            LongSupplier taken = () -> breaker.getCurrentTimestamp() - start;
            Runnable well = () -> {
                if (begun.compareAndSet(false, true)) {
                    breaker.onSuccess(taken.getAsLong(), breaker.getTimestampUnit());
                }
            };
            return pieces.doOnNext(piece -> well.run())
                    .doOnComplete(well)
                    .doOnError(failure -> breaker.onError(taken.getAsLong(), breaker.getTimestampUnit(), failure))
                    .doOnCancel(() -> {
                        if (!begun.get()) {
                            breaker.releasePermission();
                        }
                    });
        });
    }

    private Throwable refused(UpstreamCall call, Throwable failure) {
        return failure instanceof CallNotPermittedException || failure instanceof BulkheadFullException
                ? failures.unavailable(call, failure)
                : failure;
    }

    // Any other failure is the request's own: the upstream is not to blame for it.
    private static String outcome(Throwable failure) {
        return failure instanceof UpstreamException known
                ? known.outcome().name().toLowerCase(Locale.ROOT)
                : "abandoned";
    }

    // To find a meter by its name and tags costs more than to count with it.
    private Timer timer(UpstreamCall call, String outcome) {
        return timers.computeIfAbsent(new Ending(call, outcome), this::registered);
    }

    private Timer registered(Ending ending) {
        UpstreamCall call = ending.call();
        return Timer.builder("upstream.calls")
                .description("Calls to the upstream services, until their whole answer was read")
                .tag("upstream", call.kind().upstream())
                .tag("call", call.word())
                .tag("outcome", ending.outcome())
                .publishPercentileHistogram()
                .maximumExpectedValue(LONGEST)
                .register(meters);
    }

    /** How a call ended. */
    private record Ending(UpstreamCall call, String outcome) {}
}
