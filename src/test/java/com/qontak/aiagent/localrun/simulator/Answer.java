package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * What goes back to the caller.
 *
 * @param status the HTTP status
 * @param headers beside the content type, which follows from the body
 * @param body the JSON body; null for an answer without one, or one in events
 * @param events server-sent events, each sent as soon as it is there; null for any other answer
 */
record Answer(int status, Map<String, String> headers, @Nullable JsonNode body, @Nullable Flux<Event> events) {

    /** One server-sent event. */
    record Event(String name, JsonNode data) {

        private String text() {
            return "event: " + name + "\ndata: " + Json.write(data) + "\n\n";
        }
    }

    Answer(int status, Map<String, String> headers, JsonNode body) {
        this(status, headers, body, null);
    }

    static Answer ok(JsonNode body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer created(JsonNode body) {
        return new Answer(201, Map.of(), body);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), null, null);
    }

    static Answer events(Flux<Event> events) {
        return new Answer(200, Map.of("Cache-Control", "no-store"), null, events);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, events);
    }

    Publisher<Void> sendTo(HttpServerResponse response) {
        response.status(status);
        headers.forEach(response::header);
        if (events != null) {
            return response.sse().send(events.map(event -> ByteBufUtil.writeUtf8(response.alloc(), event.text())));
        }
        if (body != null) {
            response.header(HttpHeaderNames.CONTENT_TYPE, "application/json");
            return response.sendString(Mono.just(Json.write(body)));
        }
        return response.send();
    }
}
