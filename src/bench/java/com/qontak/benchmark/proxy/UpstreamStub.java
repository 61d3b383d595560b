package com.qontak.benchmark.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.BenchmarkPacks;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An upstream that answers at once, from memory: agents of 4, 64 and 1024 KiB. One agent of each size stays as it is,
 * and answers 304 to who knows it; the other is a new version at every read.
 */
public final class UpstreamStub {

    private static final long FIRST_VERSION = 1_000_000_000L;

    private final AtomicLong version = new AtomicLong(FIRST_VERSION);

    private UpstreamStub() {}

    /** @param arguments the port to listen on */
    public static void main(String[] arguments) {
        UpstreamStub stub = new UpstreamStub();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .route(routes -> {
                    for (int kibibytes : new int[] {4, 64, 1024}) {
                        byte[] agent = agent(kibibytes, false);
                        byte[] changing = agent(kibibytes, true);
                        routes.get("/v1/agents/" + id(kibibytes, false), (in, out) -> same(in, out, agent));
                        routes.get("/v1/agents/" + id(kibibytes, true), (in, out) -> stub.changed(out, changing));
                    }
                    routes.get("/ready", (in, out) -> out.sendString(Mono.just("ready")));
                })
                .bindNow()
                .onDispose()
                .block();
    }

    static UUID id(int kibibytes, boolean changing) {
        return new UUID(changing ? 1 : 0, kibibytes);
    }

    private static byte[] agent(int kibibytes, boolean changing) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode();
        agent.put("agent_id", id(kibibytes, changing).toString());
        agent.put("version", FIRST_VERSION).put("organization_id", 1).put("name", "Toko Maju assistant");
        agent.put("status", "live").put("live_version", 1);
        agent.put("created_at", "2025-10-01T08:00:00Z").put("updated_at", "2025-11-01T08:00:00Z");
        agent.put("updated_by", "specialist-7");
        agent.set("skill_pack", Vocabulary.translate(BenchmarkPacks.ofSize(kibibytes * 1024)));
        return agent.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Publisher<Void> same(HttpServerRequest request, HttpServerResponse response, byte[] agent) {
        String tag = "\"" + FIRST_VERSION + "\"";
        response.header(HttpHeaderNames.ETAG, tag);
        return tag.equals(request.requestHeaders().get(HttpHeaderNames.IF_NONE_MATCH))
                ? response.status(HttpResponseStatus.NOT_MODIFIED).send()
                : send(response, agent);
    }

    private Publisher<Void> changed(HttpServerResponse response, byte[] agent) {
        byte[] digits = Long.toString(version.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        byte[] body = agent.clone();
        int place = new String(body, 0, 120, StandardCharsets.US_ASCII).indexOf(Long.toString(FIRST_VERSION));
        System.arraycopy(digits, 0, body, place, digits.length);
        response.header(HttpHeaderNames.ETAG, "\"" + new String(digits, StandardCharsets.US_ASCII) + "\"");
        return send(response, body);
    }

    private static Publisher<Void> send(HttpServerResponse response, byte[] body) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                .sendObject(Unpooled.wrappedBuffer(body));
    }
}
