package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SimulatedServerTests {

    @Test
    void eachEventIsSentBeforeTheNextIsThere() throws InterruptedException {
        Sinks.Many<Answer.Event> events = Sinks.many().unicast().onBackpressureBuffer();
        Routes routes = new Routes().on(HttpMethod.POST, "/events", call -> Mono.just(Answer.events(events.asFlux())));
        try (SimulatedServer server = SimulatedServer.start("events", "", routes)) {
            events.tryEmitNext(event(0)).orThrow();
            UpstreamCaller.ArrivingLines lines = new UpstreamCaller(server.uri(), 1).stream("/events", Json.object());

            for (int number = 0; number < 5; number++) {
                assertThat(lines.next()).isEqualTo("event: token");
                assertThat(lines.next()).isEqualTo("data: {\"number\":" + number + "}");
                assertThat(lines.next()).isEmpty();
                events.tryEmitNext(event(number + 1)).orThrow();
            }
        }
    }

    @Test
    void aFailureOfARouteIsAnErrorThatSaysNothing() {
        Routes routes =
                new Routes().on(HttpMethod.GET, "/broken", call -> Mono.error(new IllegalStateException("why")));
        try (SimulatedServer server = SimulatedServer.start("broken", "", routes)) {
            UpstreamCaller.Reply reply = new UpstreamCaller(server.uri(), 1).get("/broken");

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json().toString()).contains("internal_error").doesNotContain("why");
        }
    }

    private static Answer.Event event(int number) {
        return new Answer.Event("token", Json.object().put("number", number));
    }
}
