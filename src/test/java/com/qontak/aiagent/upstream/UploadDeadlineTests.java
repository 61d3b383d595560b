package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How long an upload may take, in a time that passes as fast as it is asked to. */
class UploadDeadlineTests {

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_SEND = TO_ANSWER.multipliedBy(6);
    private static final Caller CALLER = new Caller(
            "bot_builder-1",
            Set.of(Role.BOT_BUILDER),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    private final UpstreamGuard guard = new UpstreamGuard(
            new CallLimits(
                    TimeLimiter.of(
                            "upload",
                            TimeLimiterConfig.custom()
                                    .timeoutDuration(TO_ANSWER)
                                    .build()),
                    Bulkhead.ofDefaults("upload"),
                    CircuitBreaker.ofDefaults("upload"),
                    Retry.ofDefaults("upload")),
            new SimpleMeterRegistry(),
            new UpstreamFailures(new ObjectMapper()));

    @Test
    void sendingMayTakeLongerThanTheAnswer() {
        StepVerifier.withVirtualTime(() -> uploadAnsweredAfter(TO_ANSWER.minusSeconds(1)))
                .thenAwait(TO_SEND.plus(TO_ANSWER))
                .expectNext("received")
                .verifyComplete();
    }

    @Test
    void answerIsOwedInTimeOnceAllIsSent() {
        StepVerifier.withVirtualTime(() -> uploadAnsweredAfter(TO_ANSWER.plusSeconds(1)))
                .expectSubscription()
                .expectNoEvent(TO_SEND.plus(TO_ANSWER).minusSeconds(1))
                .thenAwait(Duration.ofSeconds(2))
                .verifyErrorSatisfies(failure ->
                        assertThat(((UpstreamException) failure).outcome()).isEqualTo(UpstreamOutcome.TIMED_OUT));
    }

    private Mono<String> uploadAnsweredAfter(Duration delay) {
        Flux<DataBuffer> slow = Flux.interval(TO_SEND.dividedBy(6))
                .take(6)
                .map(tick -> DefaultDataBufferFactory.sharedInstance.wrap("%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        StreamedBody body = new StreamedBody(MediaType.APPLICATION_PDF, slow);
        Mono<String> upstream = body.content().then(Mono.delay(delay)).thenReturn("received");
        return guard.protect(UpstreamCall.UPLOAD_DOCUMENT, UpstreamRequest.of(CALLER).stream(body), upstream);
    }
}
