package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;

/** Reads server-sent events of one upstream as they arrive, no faster than they are asked for. */
final class UpstreamEvents {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final ObjectMapper json;
    private final UpstreamFailures failures;

    UpstreamEvents(ObjectMapper json, UpstreamFailures failures) {
        this.json = json;
        this.failures = failures;
    }

    Flux<UpstreamEvent> read(UpstreamCall call, ClientResponse response) {
        boolean events = response.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
        if (!events) {
            return response.releaseBody().thenMany(Flux.error(() -> failures.invalidAnswer(call, null)));
        }
        return response.bodyToFlux(EVENT)
                .onErrorMap(failure -> failures.ofBody(call, failure))
                .filter(event -> event.data() != null)
                .map(event -> new UpstreamEvent(
                        Objects.requireNonNullElse(event.event(), "message"), object(call, event.data())));
    }

    private ObjectNode object(UpstreamCall call, @Nullable String data) {
        try {
            if (json.readTree(data) instanceof ObjectNode object) {
                return object;
            }
            throw failures.invalidAnswer(call, null);
        } catch (JsonProcessingException malformed) {
            throw failures.invalidAnswer(call, malformed);
        }
    }
}
