package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.RequestIds;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * Speaks JSON with one upstream: its own connections, credential, limits and breakers, so that a sick one disturbs no
 * other. No thread waits for an answer.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    private final String token;
    private final ConnectionProvider connections;
    private final WebClient http;
    private final String baseUrl;
    private final Map<UriShape, UriComponents> uris = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Map<UpstreamCall, String> paths = new EnumMap<>(UpstreamCall.class);
    private final Map<CallKind, UpstreamGuard> guards;
    private final UpstreamFailures failures;
    private final UpstreamEvents events;

    UpstreamClient(
            UpstreamProperties.Upstream settings,
            ConnectionProvider connections,
            WebClient http,
            ObjectMapper json,
            Map<CallKind, UpstreamGuard> guards,
            UpstreamFailures failures) {
        this.token = settings.token();
        this.connections = connections;
        this.http = http;
        this.baseUrl = settings.baseUrl().toString();
        this.json = json;
        this.guards = guards;
        this.failures = failures;
        this.events = new UpstreamEvents(json, failures);
        Arrays.stream(UpstreamCall.values())
                .filter(call -> guards.containsKey(call.kind()))
                .forEach(call -> paths.put(call, settings.path(call)));
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param call the kind of call
     * @param request what to send
     * @return the answer of a 2xx status; fails with {@link UpstreamException} for anything else
     */
    public Mono<UpstreamAnswer> exchange(UpstreamCall call, UpstreamRequest request) {
        return guard(call)
                .protect(call, request, attempt(call, request, (response, bytes) -> answer(call, response, bytes)));
    }

    /**
     * Sends a request and turns the whole answer into a value of ours.
     *
     * @param call the kind of call
     * @param request what to send
     * @param payload the shape of the answer's body
     * @param conversion from that shape; whatever it throws means that the answer breaks the contract
     * @param <P> the answer's shape
     * @param <T> our value
     * @return the value; fails with {@link UpstreamException} for anything but a 2xx status and a proper body
     */
    public <P, T> Mono<T> exchange(
            UpstreamCall call, UpstreamRequest request, Class<P> payload, Function<P, T> conversion) {
        return exchangeUnread(call, request, payload, unread -> conversion.apply(unread.read()));
    }

    /**
     * The same for a conversion that may not need to read the body at all, as when it knows these very bytes.
     *
     * @param call the kind of call
     * @param request what to send
     * @param payload the shape of the answer's body
     * @param conversion from the body; whatever it throws means that the answer breaks the contract
     * @param <P> the answer's shape
     * @param <T> our value
     * @return the value; fails with {@link UpstreamException} for anything but a 2xx status and a proper body
     */
    public <P, T> Mono<T> exchangeUnread(
            UpstreamCall call, UpstreamRequest request, Class<P> payload, Function<UnreadBody<P>, T> conversion) {
        Mono<T> attempt = attempt(call, request, (response, bytes) -> {
            requireJson(call, response);
            try {
                return conversion.apply(new UnreadBody<>(bytes, payload, json));
            } catch (RuntimeException broken) {
                throw failures.invalidAnswer(call, broken);
            }
        });
        return guard(call).protect(call, request, attempt);
    }

    /**
     * Sends a request and relays the events of its answer as they arrive, no faster than they are asked for.
     *
     * @param call the kind of call
     * @param request what to send
     * @param conversion from an event, empty to leave it out; whatever it throws means that the answer breaks the
     *     contract
     * @param last whether an event is the last one: an answer that ends without it has broken off
     * @param <T> our event
     * @return the events; cancelling closes the connection. Fails with {@link UpstreamException} for anything but a 2xx
     *     status and proper events, for a first event later than the response timeout, and for an end without a last
     *     event; how long they may take altogether is up to the subscriber.
     */
    public <T> Flux<T> stream(
            UpstreamCall call,
            UpstreamRequest request,
            Function<UpstreamEvent, Optional<T>> conversion,
            Predicate<T> last) {
        UpstreamRequest forEvents = request.header(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE);
        Flux<T> attempt = Flux.defer(() -> prepare(call, forEvents)
                        .exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                                ? events.read(call, response)
                                : read(call, response, (refusal, bytes) -> refusal)
                                        .thenMany(Flux.empty())))
                .<T>handle((event, sink) -> conversion.apply(event).ifPresent(sink::next))
                .concatWith(Mono.error(() -> failures.invalidAnswer(call, null)))
                .takeUntil(last)
                .onErrorMap(failure -> failures.of(call, failure));
        return guard(call).protect(call, attempt);
    }

    /** Lets its connections go. */
    @Override
    public void close() {
        connections.dispose();
    }

    private UpstreamGuard guard(UpstreamCall call) {
        return Objects.requireNonNull(guards.get(call.kind()));
    }

    private <T> Mono<T> attempt(
            UpstreamCall call, UpstreamRequest request, BiFunction<ClientResponse, byte[], T> reading) {
        return Mono.defer(() -> prepare(call, request).exchangeToMono(response -> read(call, response, reading)))
                .onErrorMap(failure -> failures.of(call, failure));
    }

    private WebClient.RequestHeadersSpec<?> prepare(UpstreamCall call, UpstreamRequest request) {
        RequestBodySpec spec = http.method(call.method())
                .uri(uri(call, request))
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.set(
                            "X-Organization-Id", Long.toString(request.caller().organizationId()));
                    headers.set("X-Actor-Id", request.caller().actorId());
                    headers.set(RequestIds.HEADER, request.caller().requestId());
                    request.headers().forEach(headers::set);
                });
        if (!request.headers().containsKey(HttpHeaders.ACCEPT)) {
            spec.accept(MediaType.APPLICATION_JSON);
        }
        if (request.streamed().isPresent()) {
            StreamedBody body = request.streamed().get();
            return spec.contentType(body.type()).body(body.content(), DataBuffer.class);
        }
        return request.json()
                .<WebClient.RequestHeadersSpec<?>>map(
                        body -> spec.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .orElse(spec);
    }

    private URI uri(UpstreamCall call, UpstreamRequest request) {
        UriComponents template = uris.computeIfAbsent(
                new UriShape(call, Set.copyOf(request.query().keySet())), this::template);
        Map<String, Object> variables = new HashMap<>(request.pathVariables());
        request.query().forEach((name, values) -> variables.put(name, values.get(0)));
        return template.expand(variables).toUri();
    }

    // Encoded before it is filled, so that no value can be more than a value.
    private UriComponents template(UriShape shape) {
        UriComponentsBuilder builder =
                UriComponentsBuilder.fromUriString(baseUrl + Objects.requireNonNull(paths.get(shape.call())));
        shape.query().stream().sorted().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().build();
    }

    /** What the address of a call depends on, but for the values in it. */
    private record UriShape(UpstreamCall call, Set<String> query) {}

    private <T> Mono<T> read(
            UpstreamCall call, ClientResponse response, BiFunction<ClientResponse, byte[], T> reading) {
        Mono<byte[]> body = response.bodyToMono(byte[].class)
                .defaultIfEmpty(NOTHING)
                .onErrorMap(failure -> failures.ofBody(call, failure));
        if (response.statusCode().is2xxSuccessful()) {
            return body.map(bytes -> reading.apply(response, bytes));
        }
        return body.onErrorReturn(NOTHING).flatMap(bytes -> Mono.error(failures.of(call, response, bytes)));
    }

    private UpstreamAnswer answer(UpstreamCall call, ClientResponse response, byte[] bytes) {
        HttpHeaders headers = response.headers().asHttpHeaders();
        if (response.statusCode().value() == 204) {
            return new UpstreamAnswer(headers, json.createObjectNode());
        }
        requireJson(call, response);
        try {
            JsonNode tree = json.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return new UpstreamAnswer(headers, object);
            }
            throw failures.invalidAnswer(call, null);
        } catch (IOException malformed) {
            throw failures.invalidAnswer(call, malformed);
        }
    }

    private void requireJson(UpstreamCall call, ClientResponse response) {
        MediaType type = response.headers().asHttpHeaders().getContentType();
        if (type == null
                || !(type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.getSubtype().endsWith("+json"))) {
            throw failures.invalidAnswer(call, null);
        }
    }
}
