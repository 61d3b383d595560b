package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.HandedOver;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.ConnectionProvider;

/**
 * Speaks JSON with one upstream: its own connections, credential, limits and breakers, so that a sick one disturbs no
 * other. No thread waits for an answer.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final byte[] NOTHING = new byte[0];

    // What is larger takes milliseconds to read, validate and translate.
    private static final int LARGE = 32 * 1024;

    // The same for one that is known in another version: most of these differ in a text or two, and that alone is read.
    private static final int LARGE_BUT_KNOWN = 128 * 1024;

    private final ConnectionProvider connections;
    private final WebClient http;
    private final PlainReads reads;
    private final UpstreamHeaders headers;
    private final UpstreamAddresses addresses;
    private final ObjectMapper json;
    private final Map<CallKind, UpstreamGuard> guards;
    private final UpstreamFailures failures;
    private final UpstreamEvents events;
    private final Scheduler readers;

    /** @param readers take over from the connection's own thread what is to be made of a large answer */
    UpstreamClient(
            ConnectionProvider connections,
            WebClient http,
            PlainReads reads,
            UpstreamHeaders headers,
            UpstreamAddresses addresses,
            ObjectMapper json,
            Map<CallKind, UpstreamGuard> guards,
            UpstreamFailures failures,
            Scheduler readers) {
        this.connections = connections;
        this.http = http;
        this.reads = reads;
        this.headers = headers;
        this.addresses = addresses;
        this.json = json;
        this.guards = guards;
        this.failures = failures;
        this.events = new UpstreamEvents(json, failures);
        this.readers = readers;
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param call the kind of call
     * @param request what to send
     * @return the answer of a 2xx status; fails with {@link UpstreamException} for anything else
     */
    public Mono<UpstreamAnswer> exchange(UpstreamCall call, UpstreamRequest request) {
        return guard(call).protect(call, request, attempt(call, request, (head, bytes) -> answer(call, head, bytes)));
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
        Mono<T> attempt = attempt(call, request, (head, bytes) -> {
            requireJson(call, head);
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
                                : whole(call, response)
                                        .flatMap(whole -> read(call, forEvents, whole, (refusal, bytes) -> refusal))
                                        .thenMany(Flux.empty())))
                .<T>handle((event, sink) -> conversion.apply(event).ifPresent(sink::next))
                .concatWith(Mono.error(() -> failures.invalidAnswer(call, null)))
                .takeUntil(last)
                .onErrorMap(failure -> failures.of(call, failure));
        return guard(call).protect(call, attempt, last);
    }

    /** Lets its connections go. */
    @Override
    public void close() {
        connections.dispose();
    }

    private UpstreamGuard guard(UpstreamCall call) {
        return Objects.requireNonNull(guards.get(call.kind()));
    }

    private <T> Mono<T> attempt(UpstreamCall call, UpstreamRequest request, BiFunction<AnswerHead, byte[], T> reading) {
        return call.method() == HttpMethod.GET
                ? Mono.defer(() ->
                        reads.send(call, addresses.of(call, request), request, (head, body) -> whole(call, head, body)
                                .flatMap(whole -> read(call, request, whole, reading))))
                : HandedOver.<WholeAnswer>by(taken ->
                                prepare(call, request).exchangeToMono(response -> taken.apply(whole(call, response))))
                        .flatMap(whole -> read(call, request, whole, reading));
    }

    private WebClient.RequestHeadersSpec<?> prepare(UpstreamCall call, UpstreamRequest request) {
        RequestBodySpec spec = http.method(call.method())
                .uri(addresses.of(call, request))
                .headers(own -> headers.write(request, own::set));
        if (request.streamed().isPresent()) {
            StreamedBody body = request.streamed().get();
            return spec.contentType(body.type()).body(body.content(), DataBuffer.class);
        }
        return request.json()
                .<WebClient.RequestHeadersSpec<?>>map(
                        body -> spec.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .orElse(spec);
    }

    private Mono<WholeAnswer> whole(UpstreamCall call, ClientResponse response) {
        return whole(call, AnswerHead.of(response), response.bodyToMono(byte[].class));
    }

    private Mono<WholeAnswer> whole(UpstreamCall call, AnswerHead head, Mono<byte[]> content) {
        Mono<byte[]> body = content.defaultIfEmpty(NOTHING);
        return (head.isSuccess()
                        ? body.onErrorMap(failure -> failures.ofBody(call, failure))
                        : body.onErrorReturn(NOTHING))
                .map(bytes -> new WholeAnswer(head, bytes));
    }

    private <T> Mono<T> read(
            UpstreamCall call, UpstreamRequest request, WholeAnswer whole, BiFunction<AnswerHead, byte[], T> reading) {
        AnswerHead head = whole.head();
        byte[] bytes = whole.body();
        return head.isSuccess()
                ? made(request, bytes, () -> reading.apply(head, bytes))
                : made(request, bytes, () -> failures.of(call, request, head, bytes))
                        .flatMap(Mono::error);
    }

    // A connection's thread serves many others, and none of them shall wait while a large answer is read. One that is
    // what was expected is not read.
    private <T> Mono<T> made(UpstreamRequest request, byte[] bytes, Supplier<T> reading) {
        byte[] expected = request.expected();
        return bytes != expected && bytes.length > (expected == null ? LARGE : LARGE_BUT_KNOWN)
                ? Mono.fromSupplier(reading).subscribeOn(readers)
                : Mono.just(reading.get());
    }

    private UpstreamAnswer answer(UpstreamCall call, AnswerHead head, byte[] bytes) {
        if (head.status().value() == 204) {
            return new UpstreamAnswer(head.headers(), json.createObjectNode());
        }
        requireJson(call, head);
        try {
            JsonNode tree = json.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return new UpstreamAnswer(head.headers(), object);
            }
            throw failures.invalidAnswer(call, null);
        } catch (IOException malformed) {
            throw failures.invalidAnswer(call, malformed);
        }
    }

    private void requireJson(UpstreamCall call, AnswerHead head) {
        if (!head.isJson()) {
            throw failures.invalidAnswer(call, null);
        }
    }
}
