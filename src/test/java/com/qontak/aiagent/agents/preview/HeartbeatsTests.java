package com.qontak.aiagent.agents.preview;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class HeartbeatsTests {

    private static final Duration PERIOD = Duration.ofSeconds(15);

    @Test
    void silenceIsFilledFromTheFirstEventToTheEnd() {
        TestPublisher<String> events = TestPublisher.create();

        StepVerifier.withVirtualTime(() -> Heartbeats.among(events.flux(), PERIOD, "beat", "last"::equals))
                .then(() -> events.next("one"))
                .expectNext("one")
                .thenAwait(PERIOD.multipliedBy(2))
                .expectNext("beat", "beat")
                .then(() -> events.next("two").complete())
                .expectNext("two")
                .verifyComplete();
    }

    @Test
    void nothingIsSentBeforeTheFirstEvent() {
        StepVerifier.withVirtualTime(() -> Heartbeats.among(Flux.<String>never(), PERIOD, "beat", "last"::equals))
                .expectSubscription()
                .expectNoEvent(PERIOD.multipliedBy(4))
                .thenCancel()
                .verify();
    }

    @Test
    void failureBeforeTheFirstEventStaysOne() {
        StepVerifier.create(
                        Heartbeats.among(Flux.error(new IllegalStateException("down")), PERIOD, "beat", "last"::equals))
                .verifyErrorMessage("down");
    }

    @Test
    void eventsAreAskedForNoFasterThanTheyAreTaken() {
        TestPublisher<String> events = TestPublisher.create();

        StepVerifier.create(Heartbeats.among(events.flux(), PERIOD, "beat", "last"::equals), 1)
                .then(() -> events.next("one"))
                .expectNext("one")
                .then(() -> events.assertMaxRequested(2))
                .thenCancel()
                .verify();
        events.assertCancelled();
    }

    @Test
    void beatsForACallerWhoIsBehindAreLeftOut() {
        TestPublisher<String> events = TestPublisher.create();

        StepVerifier.withVirtualTime(() -> Heartbeats.among(events.flux(), PERIOD, "beat", "last"::equals), 1)
                .then(() -> events.next("one"))
                .expectNext("one")
                .thenAwait(PERIOD.multipliedBy(10))
                .thenRequest(2)
                .expectNext("beat")
                .then(() -> events.next("two").complete())
                .thenRequest(10)
                .expectNext("two")
                .verifyComplete();
    }

    @Test
    void nothingBeatsAfterTheLastEvent() {
        TestPublisher<String> events = TestPublisher.create();

        StepVerifier.withVirtualTime(() -> Heartbeats.among(events.flux(), PERIOD, "beat", "last"::equals))
                .then(() -> events.next("first"))
                .expectNext("first")
                .thenAwait(PERIOD)
                .expectNext("beat")
                .then(() -> events.next("last"))
                .expectNext("last")
                .thenAwait(PERIOD.multipliedBy(3))
                .then(events::complete)
                .verifyComplete();
    }
}
