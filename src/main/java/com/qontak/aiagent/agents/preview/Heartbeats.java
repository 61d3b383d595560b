package com.qontak.aiagent.agents.preview;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Fills the silence of a stream. */
final class Heartbeats {

    private Heartbeats() {}

    /**
     * @param events any events; what is asked of the result is asked of them, but for one event ahead
     * @param period the time between two beats
     * @param beat what to send; left out rather than saved up for a caller who is behind
     * @param last tells the event after which no beat is sent
     * @return the events with beats among them from the first event to the end; what fails before the first event fails
     *     without a beat
     */
    static <T> Flux<T> among(Flux<T> events, Duration period, T beat, Predicate<T> last) {
        return events.switchOnFirst((first, all) -> first.hasValue() ? beating(all, period, beat, last) : all);
    }

    private static <T> Flux<T> beating(Flux<T> events, Duration period, T beat, Predicate<T> last) {
        Sinks.Empty<Void> ended = Sinks.empty();
        Flux<T> beats =
                Flux.interval(period).onBackpressureDrop().map(number -> beat).takeUntilOther(ended.asMono());
        AtomicBoolean over = new AtomicBoolean();
        return Flux.merge(1, events.doFinally(signal -> ended.tryEmitEmpty()), beats)
                // A beat may be waiting behind the last event already.
                .filter(item -> item != beat || !over.get())
                .doOnNext(item -> over.compareAndSet(false, item != beat && last.test(item)));
    }
}
