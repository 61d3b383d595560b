package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class HandedOverTests {

    private final List<String> told = new ArrayList<>();

    @Test
    void resultIsPassedOnOnceTheWaitHasEnded() {
        Mono<String> result =
                HandedOver.by(taken -> closing(taken.apply(tell("worked").thenReturn("result"))));

        StepVerifier.create(result).expectNext("result").verifyComplete();

        assertThat(told).containsExactly("worked", "closed");
    }

    @Test
    void everySubscriptionHasAResultOfItsOwn() {
        Mono<Integer> result =
                HandedOver.by(taken -> closing(taken.apply(tell("worked").then(Mono.fromSupplier(told::size)))));

        StepVerifier.create(result).expectNext(1).verifyComplete();
        StepVerifier.create(result).expectNext(3).verifyComplete();
    }

    @Test
    void workWithoutAResultEndsWithoutOne() {
        StepVerifier.create(HandedOver.by(
                        taken -> closing(taken.apply(tell("worked").then(Mono.empty())))))
                .verifyComplete();

        assertThat(told).containsExactly("worked", "closed");
    }

    @Test
    void failureOfTheWorkIsTheResult() {
        StepVerifier.create(
                        HandedOver.by(taken -> closing(taken.apply(Mono.error(new IllegalStateException("worked"))))))
                .verifyErrorMessage("worked");

        assertThat(told).containsExactly("closed");
    }

    @Test
    void whoeverWaitsKeepsTheResultOtherwise() {
        Caller caller = new Caller();
        closing(result()).subscribe(caller);

        assertThat(caller.resultIsKept()).isTrue();
    }

    @Test
    void whoeverWaitedDoesNotKeepTheResult() {
        Caller caller = new Caller();
        HandedOver.<Object>by(taken -> closing(taken.apply(result()))).subscribe(caller);

        await().until(() -> !caller.resultIsKept());
    }

    private static Mono<Object> result() {
        return Mono.fromSupplier(Object::new);
    }

    private <T> Mono<T> closing(Mono<T> work) {
        return Mono.usingWhen(Mono.just("resource"), resource -> work, resource -> tell("closed"));
    }

    private Mono<Void> tell(String what) {
        return Mono.fromRunnable(() -> told.add(what));
    }

    /** Refers to all that a result came by, and not to the result. */
    private static final class Caller extends BaseSubscriber<Object> {

        private final AtomicReference<Subscription> waiting = new AtomicReference<>();
        private final AtomicReference<WeakReference<Object>> received = new AtomicReference<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            waiting.set(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        protected void hookOnNext(Object result) {
            received.set(new WeakReference<>(result));
        }

        boolean resultIsKept() {
            System.gc();
            boolean kept = received.get().get() != null;
            Reference.reachabilityFence(waiting);
            return kept;
        }
    }
}
