package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.agents.AgentJson;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The service that owns the agents, on loopback: has one agent, and previews it in the very pieces a test sends. */
final class EventUpstream implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Preview> previews = new LinkedBlockingQueue<>();
    private final DisposableServer server;

    private EventUpstream() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/v1/agents/{id}", (request, response) -> response.header(
                                        "Content-Type", "application/json")
                                .sendString(Mono.just(AgentJson.agent(1, 3, "draft"))))
                        .post("/v1/agents/{id}/preview", this::preview))
                .bindNow(PATIENCE);
    }

    static EventUpstream start() {
        return new EventUpstream();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Waits for the next preview that is asked for. */
    Preview next() throws InterruptedException {
        return Objects.requireNonNull(previews.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no preview in time");
    }

    boolean isIdle() {
        return previews.isEmpty();
    }

    void forgetAll() {
        previews.clear();
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }

    private Publisher<Void> preview(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            Preview preview = new Preview(body);
            request.withConnection(connection -> connection.onDispose(preview.ended::tryEmitEmpty));
            previews.add(preview);
            Mono<Void> dying = preview.death
                    .asMono()
                    .doOnSuccess(now -> request.withConnection(
                            connection -> connection.channel().close()));
            return response.sse()
                    .sendString(preview.pieces.asFlux().takeUntilOther(dying))
                    .then();
        });
    }

    /** One preview that is under way. */
    static final class Preview {

        private final String body;
        private final Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();
        private final Sinks.Empty<Void> death = Sinks.empty();
        private final Sinks.Empty<Void> ended = Sinks.empty();

        private Preview(String body) {
            this.body = body;
        }

        /** What the service sent. */
        String body() {
            return body;
        }

        void send(String event, String data) {
            pieces.tryEmitNext("event: " + event + "\ndata: " + data + "\n\n").orThrow();
        }

        /** Ends the answer as if all were told. */
        void end() {
            pieces.tryEmitComplete().orThrow();
        }

        /** Cuts the connection in the middle of the answer. */
        void die() {
            death.tryEmitEmpty().orThrow();
        }

        /** Waits until the service has let the connection go. */
        void awaitHangUp() {
            ended.asMono().block(PATIENCE);
        }
    }
}
