package com.qontak.aiagent.web;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Results that whoever waited for them does not keep. What passes an operator that waits (an exchange, a resource to be
 * released) stays referred to by it; of a call that took long that is in memory, dead or not, until all of the heap is
 * collected.
 */
public final class HandedOver {

    private HandedOver() {}

    /**
     * Lets something wait for work to end without seeing what the work results in.
     *
     * @param waiting is given, at each subscription anew, what makes of the work a {@code Mono} of its end alone; returns
     *     whatever ends when the result may be passed on
     * @param <T> what the work results in
     * @return the work's result, or nothing for none, once the wait has ended; a failure as the wait fails
     */
    public static <T> Mono<T> by(Function<Function<Mono<T>, Mono<Void>>, Mono<Void>> waiting) {
        return Mono.defer(() -> {
            AtomicReference<T> arrived = new AtomicReference<>();
            return waiting.apply(work -> work.doOnNext(arrived::set).then())
                    .then(Mono.fromSupplier(() -> arrived.getAndSet(null)));
        });
    }
}
