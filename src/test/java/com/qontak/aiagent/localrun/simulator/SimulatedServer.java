package com.qontak.aiagent.localrun.simulator;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** One upstream: its routes on a port of its own, with a thread of its own, behind a bearer token. */
final class SimulatedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LoopResources loop;
    private final DisposableServer server;
    private final URI uri;

    private SimulatedServer(LoopResources loop, DisposableServer server) {
        this.loop = loop;
        this.server = server;
        this.uri = URI.create("http://" + LOOPBACK + ":" + server.port());
    }

    /** The same on a free port of the loopback interface. */
    static SimulatedServer start(String name, String token, Routes routes) {
        return start(name, SimulatorSettings.DEFAULTS.address(0), token, routes);
    }

    /** @param token the only accepted bearer token; empty when any will do */
    static SimulatedServer start(String name, InetSocketAddress address, String token, Routes routes) {
        LoopResources loop = LoopResources.create(name, 1, true);
        DisposableServer server = HttpServer.create()
                .bindAddress(() -> address)
                .runOn(loop, false)
                .handle((request, response) -> handle(token, routes, request, response))
                .bindNow(PATIENCE);
        return new SimulatedServer(loop, server);
    }

    URI uri() {
        return uri;
    }

    /** Stops listening, and cuts the calls that are still being answered. */
    @Override
    public void close() {
        server.disposeNow(PATIENCE);
        loop.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
    }

    private static Publisher<Void> handle(
            String token, Routes routes, HttpServerRequest request, HttpServerResponse response) {
        Call call = new Call(request);
        return Mono.defer(() -> {
                    authenticate(token, call);
                    call.organizationId();
                    return routes.answer(call);
                })
                .onErrorResume(failure -> Mono.just(refuse(failure)))
                .flatMap(answer -> Mono.from(answer.sendTo(response)));
    }

    private static void authenticate(String token, Call call) {
        String given = call.header(HttpHeaderNames.AUTHORIZATION).orElse("");
        boolean known = token.isEmpty() ? given.matches("Bearer \\S+") : given.equals("Bearer " + token);
        if (!known) {
            String message = "A bearer token of a known service is needed";
            throw new Refusal(401, "unauthenticated", message, null, Map.of("WWW-Authenticate", "Bearer"));
        }
    }

    private static Answer refuse(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.answer();
        }
        LOG.warn("A simulated upstream failed", failure);
        return new Refusal(500, "internal_error", "The service failed").answer();
    }
}
