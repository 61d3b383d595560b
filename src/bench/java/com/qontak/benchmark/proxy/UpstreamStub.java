package com.qontak.benchmark.proxy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.BenchmarkPacks;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An upstream that answers at once, from memory: agents of 4, 64 and 1024 KiB. One agent of each size stays as it is,
 * and answers 304 to who knows it; the others are a new version at every read, in which one {@link Text} is another. A
 * draft takes it twenty seconds, a turn as long as its message wants; it counts the drafts it was asked for, and the bytes
 * that were uploaded.
 */
public final class UpstreamStub {

    private static final long FIRST_VERSION = 1_000_000_000L;
    private static final Duration THINKING = Duration.ofSeconds(20);
    private static final Pattern TURN = Pattern.compile("(\\d+) tokens, one every (\\d+) ms");

    private final AtomicLong version = new AtomicLong(FIRST_VERSION);
    private final LongAdder received = new LongAdder();
    private final LongAdder drafts = new LongAdder();
    private final LongAdder drafted = new LongAdder();

    private UpstreamStub() {}

    /** @param arguments the port to listen on */
    public static void main(String[] arguments) {
        UpstreamStub stub = new UpstreamStub();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .route(routes -> {
                    for (int kibibytes : new int[] {4, 64, 1024}) {
                        byte[] agent = agent(kibibytes, Text.NONE);
                        routes.get("/v1/agents/" + id(kibibytes, Text.NONE), (in, out) -> same(in, out, agent));
                        for (Text edited : Text.EDITED) {
                            byte[] changing = agent(kibibytes, edited);
                            int[] numbered = numbered(changing);
                            routes.get("/v1/agents/" + id(kibibytes, edited), (in, out) -> stub.changed(out, changing, numbered));
                        }
                    }
                    byte[] draft = draft();
                    byte[] list = "{\"agents\": [], \"total\": 0}".getBytes(StandardCharsets.UTF_8);
                    routes.get("/v1/agents", (in, out) -> send(out, list));
                    routes.post("/v1/draft-skill-pack", (in, out) -> in.receive()
                            .then(Mono.fromRunnable(stub.drafts::increment))
                            .then(Mono.delay(THINKING))
                            .doOnNext(over -> stub.drafted.increment())
                            .thenMany(Flux.defer(() -> send(out, draft))));
                    routes.post("/v1/agents/{agent}/preview", UpstreamStub::told);
                    byte[] document = document();
                    routes.post("/v1/documents", (in, out) -> in.receive()
                            .doOnNext(bytes -> stub.received.add(bytes.readableBytes()))
                            .thenMany(Flux.defer(() -> send(out, document))));
                    routes.get("/received", (in, out) -> out.sendString(
                            Mono.fromSupplier(stub.received::toString)));
                    routes.get("/drafts", (in, out) -> out.sendString(
                            Mono.fromSupplier(stub.drafts::toString)));
                    routes.get("/drafted", (in, out) -> out.sendString(
                            Mono.fromSupplier(stub.drafted::toString)));
                    routes.get("/ready", (in, out) -> out.sendString(Mono.just("ready")));
                })
                .bindNow()
                .onDispose()
                .block();
    }

    /** The text that is another one at every read. */
    enum Text {
        NONE("/none"),
        STEP("/capabilities/1/checkpoints/1/instructions"),
        PROFILE("/profile/greeting"),
        RULE("/routing/rules/1/when");

        static final Set<Text> EDITED = EnumSet.complementOf(EnumSet.of(NONE));

        private final JsonPointer place;

        Text(String place) {
            this.place = JsonPointer.compile(place);
        }

        /** The text that the option {@code edited} names; none if there is no such option. */
        static Text of(Options options) {
            return valueOf(options.text("edited", "none").toUpperCase(Locale.ROOT));
        }

        private void number(ObjectNode pack, long number) {
            if (this != NONE && pack.at(place.head()) instanceof ObjectNode edited) {
                edited.put(place.last().getMatchingProperty(), "As of version " + number);
            }
        }
    }

    static UUID id(int kibibytes, Text edited) {
        return new UUID(edited.ordinal(), kibibytes);
    }

    /** @return the message of a turn that is told so: its tokens are the number of the token and when it was sent */
    static String turn(int tokens, int everyMillis) {
        return tokens + " tokens, one every " + everyMillis + " ms";
    }

    private static Publisher<Void> told(HttpServerRequest request, HttpServerResponse response) {
        Flux<String> events = request.receive().aggregate().asString().flatMapMany(body -> {
            Matcher turn = TURN.matcher(body);
            if (!turn.find()) {
                return Flux.error(new IllegalArgumentException(body));
            }
            return Flux.interval(Duration.ZERO, Duration.ofMillis(Long.parseLong(turn.group(2))))
                    .onBackpressureBuffer()
                    .take(Long.parseLong(turn.group(1)))
                    .map(number -> "event: token\ndata: {\"text\": \"" + number + " " + System.nanoTime() + "\"}\n\n")
                    .concatWithValues(
                            "event: done\ndata: {\"session_id\": \"ses_1\", \"reply\": \"As told.\"}\n\n");
        });
        return response.sse()
                .send(events.map(event -> Unpooled.copiedBuffer(event, StandardCharsets.UTF_8)), event -> true);
    }

    private static byte[] document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("document_id", "doc_1").put("agent_id", id(4, Text.NONE).toString());
        document.put("kind", "file").put("title", "Warranty.pdf").put("status", "queued");
        document.put("created_at", "2025-11-01T08:00:00Z");
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] draft() {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.set("skill_pack", Vocabulary.translate(BenchmarkPacks.ofSize(4 * 1024)));
        draft.putArray("notes");
        return draft.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] agent(int kibibytes, Text edited) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode();
        agent.put("agent_id", id(kibibytes, edited).toString());
        agent.put("version", FIRST_VERSION).put("organization_id", 1).put("name", "Toko Maju assistant");
        agent.put("status", "live").put("live_version", 1);
        agent.put("created_at", "2025-10-01T08:00:00Z").put("updated_at", "2025-11-01T08:00:00Z");
        agent.put("updated_by", "specialist-7");
        ObjectNode pack = BenchmarkPacks.ofSize(kibibytes * 1024);
        edited.number(pack, FIRST_VERSION);
        agent.set("skill_pack", Vocabulary.translate(pack));
        return agent.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Publisher<Void> same(HttpServerRequest request, HttpServerResponse response, byte[] agent) {
        String tag = "\"" + FIRST_VERSION + "\"";
        response.header(HttpHeaderNames.ETAG, tag);
        return tag.equals(request.requestHeaders().get(HttpHeaderNames.IF_NONE_MATCH))
                ? response.status(HttpResponseStatus.NOT_MODIFIED).send()
                : send(response, agent);
    }

    // Where the number of the version stands: as such, and in the text that somebody edited.
    private static int[] numbered(byte[] agent) {
        String text = new String(agent, StandardCharsets.US_ASCII);
        String number = Long.toString(FIRST_VERSION);
        return new int[] {text.indexOf(number), text.lastIndexOf(number)};
    }

    private Publisher<Void> changed(HttpServerResponse response, byte[] agent, int[] numbered) {
        byte[] digits = Long.toString(version.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        byte[] body = agent.clone();
        for (int place : numbered) {
            System.arraycopy(digits, 0, body, place, digits.length);
        }
        response.header(HttpHeaderNames.ETAG, "\"" + new String(digits, StandardCharsets.US_ASCII) + "\"");
        return send(response, body);
    }

    private static Publisher<Void> send(HttpServerResponse response, byte[] body) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                .sendObject(Unpooled.wrappedBuffer(body));
    }
}
