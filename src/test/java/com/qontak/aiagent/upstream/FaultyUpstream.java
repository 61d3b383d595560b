package com.qontak.aiagent.upstream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * An upstream on bare sockets of loopback that does to each request what its {@link FaultCase} wants, found by the
 * request's id.
 */
final class FaultyUpstream implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final Map<String, FaultCase> cases;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final int port;
    private volatile ServerSocket listener;
    private volatile int answersUntilDeaf = Integer.MAX_VALUE;

    private FaultyUpstream(Map<String, FaultCase> cases, ServerSocket listener) {
        this.cases = cases;
        this.listener = listener;
        this.port = listener.getLocalPort();
    }

    /** @param cases what is to happen, by the request's id */
    static FaultyUpstream start(Map<String, FaultCase> cases) {
        try {
            FaultyUpstream upstream = new FaultyUpstream(cases, listen(0));
            upstream.accept();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends every connection, gives so many more answers, each on a connection of its own, then refuses to connect. */
    void refuseAfter(int answers) throws IOException {
        answersUntilDeaf = answers;
        if (answers == 0) {
            listener.close();
        }
        for (Socket connection : connections) {
            connection.shutdownOutput();
        }
        Awaitility.await().pollInterval(Duration.ofMillis(2)).until(connections::isEmpty);
    }

    void listenAgain() throws IOException {
        answersUntilDeaf = Integer.MAX_VALUE;
        if (listener.isClosed()) {
            listener = listen(port);
            accept();
        }
    }

    /** Answers that are being given to somebody who neither reads them nor hangs up. */
    int unfinished() {
        return unfinished.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return listener;
    }

    private void accept() {
        ServerSocket accepting = listener;
        daemon(() -> {
            while (true) {
                Socket connection = accepting.accept();
                connections.add(connection);
                daemon(() -> serve(connection));
            }
        });
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // The other side hung up, or the test has ended.
                    }
                },
                "faulty-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket connection) throws IOException {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                unfinished.incrementAndGet();
                try {
                    answer(connection, request);
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        } finally {
            connections.remove(connection);
        }
    }

    private void answer(Socket connection, Request request) throws IOException {
        boolean hangsUp = answersUntilDeaf != Integer.MAX_VALUE;
        if (hangsUp) {
            answersUntilDeaf = answersUntilDeaf - 1;
            if (answersUntilDeaf == 0) {
                listener.close();
            }
        }
        FaultCase known = cases.get(request.header("x-request-id"));
        UpstreamCall call = request.call();
        Optional<Fault> fault = known.next(call, request.path());
        UpstreamExchange exchange = new UpstreamExchange(
                connection,
                HealthyAnswers.body(call, request.header("x-organization-id"), request.path()),
                call == UpstreamCall.STREAM_PREVIEW,
                fault.isPresent() && known.isLate(),
                hangsUp);
        if (fault.isPresent()) {
            fault.get().happen(exchange);
        } else {
            exchange.healthy();
        }
        if (hangsUp) {
            connection.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A request, read to the end of its body. */
    private record Request(String method, String path, Map<String, String> headers) {

        private static final Map<String, String> PATHS = paths();

        static @Nullable Request read(InputStream in) throws IOException {
            String first = line(in);
            if (first.isEmpty()) {
                return null;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] parts = line.split(": ?", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            if (headers.containsKey("transfer-encoding")) {
                for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                    in.readNBytes(size + 2);
                }
                line(in);
            } else {
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            }
            String[] words = first.split(" ");
            return new Request(words[0], words[1].split("\\?")[0], headers);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        UpstreamCall call() {
            String named = PATHS.entrySet().stream()
                    .filter(entry -> path.matches(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            List<UpstreamCall> calls = Arrays.stream(UpstreamCall.values())
                    .filter(call ->
                            call.path().equals(named) && call.method().name().equals(method))
                    .toList();
            boolean other = header("accept").contains("event-stream")
                    || header("content-type").contains("multipart");
            return calls.get(other ? 1 : 0);
        }

        private static Map<String, String> paths() {
            String id = "/[^/]+";
            return Map.ofEntries(
                    Map.entry("agents", "/v1/agents"),
                    Map.entry("agent", "/v1/agents" + id),
                    Map.entry("publish", "/v1/agents" + id + "/publish"),
                    Map.entry("pause", "/v1/agents" + id + "/pause"),
                    Map.entry("preview", "/v1/agents" + id + "/preview"),
                    Map.entry("versions", "/v1/agents" + id + "/versions"),
                    Map.entry("version", "/v1/agents" + id + "/versions" + id),
                    Map.entry("actions", "/v1/actions"),
                    Map.entry("draft", "/v1/draft-skill-pack"),
                    Map.entry("refine", "/v1/refine-skill-pack"),
                    Map.entry("documents", "/v1/documents"),
                    Map.entry("document", "/v1/documents" + id));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return new String(line.toString().strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
