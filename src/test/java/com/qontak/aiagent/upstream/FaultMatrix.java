package com.qontak.aiagent.upstream;

import com.qontak.aiagent.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs {@link FaultCase}s against the service, many at once, and keeps what it answered. */
final class FaultMatrix {

    /** Each asks for an organization of its own, so that none shares what the service remembers of another's. */
    static final int CALLERS = 56;

    static final int FIRST_ORGANIZATION = 100;

    private static final List<String> NAMES = List.of("mekari-agent", "chatbot-ai", "noncore-mrag");

    private final Map<String, FaultCase> cases = new ConcurrentHashMap<>();
    private final Map<String, FaultyUpstream> upstreams = new ConcurrentHashMap<>();
    private final Map<FaultCase, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();

    FaultMatrix() {
        NAMES.forEach(name -> upstreams.put(name, FaultyUpstream.start(cases)));
    }

    /**
     * @param status its status
     * @param took until it was complete
     */
    record Answer(int status, Map<String, List<String>> headers, String body, Duration took) {

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    String url(String upstream) {
        return upstreams.get(upstream).url();
    }

    Answer answer(FaultCase one) {
        return answers.get(one);
    }

    int size() {
        return answers.size();
    }

    int unfinished(String upstream) {
        return upstreams.get(upstream).unfinished();
    }

    void close() throws IOException {
        for (FaultyUpstream upstream : upstreams.values()) {
            upstream.close();
        }
    }

    void run(String service, List<FaultCase> all, int atOnce) throws InterruptedException, ExecutionException {
        Queue<FaultCase> queue = new ConcurrentLinkedQueue<>(all);
        ExecutorService callers = Executors.newFixedThreadPool(atOnce);
        List<Future<?>> working = new ArrayList<>();
        for (int caller = 0; caller < atOnce; caller++) {
            String token = Tokens.of(FIRST_ORGANIZATION + caller, "specialist");
            working.add(callers.submit(() -> {
                for (FaultCase next = queue.poll(); next != null; next = queue.poll()) {
                    run(service, token, next);
                }
            }));
        }
        callers.shutdown();
        for (Future<?> caller : working) {
            caller.get();
        }
    }

    /** Runs a case in which the upstream refuses connections when its turn comes; alone, since it does so to all. */
    void runRefused(String service, FaultCase one) throws IOException {
        String name = one.target().kind().upstream();
        List<UpstreamCall> calls = one.operation().calls();
        int before = (int) calls.subList(0, calls.indexOf(one.target())).stream()
                .filter(call -> call.kind().upstream().equals(name))
                .count();
        FaultyUpstream upstream = upstreams.get(name);
        upstream.refuseAfter(before);
        run(service, Tokens.of(FIRST_ORGANIZATION, "specialist"), one);
        upstream.listenAgain();
    }

    /** Every fault in every call; in further operations that make the same call, one for each outcome. */
    static List<FaultCase> cases(List<PublicOperation> operations) {
        List<FaultCase> all = new ArrayList<>();
        Set<UpstreamCall> complete = EnumSet.noneOf(UpstreamCall.class);
        for (PublicOperation operation : operations) {
            for (UpstreamCall call : new LinkedHashSet<>(operation.calls())) {
                boolean first = complete.add(call);
                for (Fault fault : Fault.ANSWERED) {
                    if (first || fault.isTelling()) {
                        all.add(new FaultCase(operation, call, fault, false));
                    }
                    if (call == UpstreamCall.STREAM_PREVIEW && fault.isInTheBody()) {
                        all.add(new FaultCase(operation, call, fault, true));
                    }
                }
            }
        }
        return all;
    }

    void run(String service, String token, FaultCase one) {
        String id = "case-" + ids.incrementAndGet();
        cases.put(id, one);
        long start = System.nanoTime();
        try {
            HttpResponse<String> response =
                    http.send(one.operation().request(service, token, id), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            answers.put(
                    one, new Answer(response.statusCode(), response.headers().map(), response.body(), took));
        } catch (IOException e) {
            throw new UncheckedIOException(one.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
