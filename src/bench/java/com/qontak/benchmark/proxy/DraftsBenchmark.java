package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Two thousand drafts that wait twenty seconds for their upstream at once, and what that does to those who list agents
 * meanwhile: until the last draft has come to the upstream, then until the upstream answers the first, then until the
 * last is answered. A second in which one becomes the other counts for the busier of them.
 * <p>Arguments: {@code drafts=2000 rate=50 seconds=12 java=<home> jvm=-Xmx512m}, the seconds being those of the idle
 * list; more than 2 000 need a higher limit on open files.
 */
public final class DraftsBenchmark {

    private static final String BODY = "{\"prompt\": \"A shop assistant that tells where an order is.\"}";
    private static final int READERS = 8;
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private DraftsBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        int drafts = options.number("drafts", 2000);
        try (Landscape landscape = new Landscape(options)) {
            Program service = landscape.service();
            Target list = new Target("list", service, "/v2/ai_agents", landscape.token());
            int rate = options.number("rate", 50);
            Load.closed(list, 2, options.seconds("warmup", 40));
            Map<String, Result> phases = new LinkedHashMap<>();
            phases.put("idle", Load.open(list, rate, READERS, options.seconds("seconds", 12)));
            int threadsBefore = service.threads();
            CompletableFuture<List<Connection>> sending = supply(() -> ask(service, drafts, list.token()));
            long began = System.nanoTime();
            Result arriving = slice(list, rate);
            while (!sending.isDone() || count(landscape.upstream(), "/drafts") < drafts) {
                endIfLate(began);
                arriving = arriving.and(slice(list, rate));
            }
            phases.put("while the drafts arrive", arriving);
            List<Connection> waiting = sending.join();
            int threadsMeanwhile = service.threads();
            Result waited = slice(list, rate);
            Result answered = slice(list, rate);
            while (count(landscape.upstream(), "/drafted") == 0) {
                endIfLate(began);
                waited = waited.and(answered);
                answered = slice(list, rate);
            }
            phases.put("while all of them wait", waited);
            CompletableFuture<Integer> answers = supply(() -> answer(waiting));
            while (!answers.isDone()) {
                answered = answered.and(slice(list, rate));
            }
            phases.put("while they are answered", answered);
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d drafts answered; %d threads before, %d while they waited; resident memory %d MiB%n",
                    answers.join(),
                    drafts,
                    threadsBefore,
                    threadsMeanwhile,
                    service.residentMebibytes());
            print(phases);
        }
    }

    private static Result slice(Target list, int rate) throws IOException {
        return Load.open(list, rate, READERS, SLICE);
    }

    // A draft that is refused never comes to the upstream.
    private static void endIfLate(long began) throws IOException {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw new IOException("Not all drafts have come to the upstream");
        }
    }

    private static long count(Program upstream, String of) throws IOException {
        return Long.parseLong(upstream.read(of));
    }

    private static void print(Map<String, Result> phases) {
        double idle = phases.values().iterator().next().millis(99);
        System.out.println("| the list | for | p50 | p99 | p99 against idle |");
        System.out.println("| --- | --- | --- | --- | --- |");
        phases.forEach((phase, result) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.0f s | %.1f ms | %.1f ms | %.1f × |%n",
                phase,
                result.elapsed().toMillis() / 1e3,
                result.millis(50),
                result.millis(99),
                result.millis(99) / idle));
    }

    private static int answer(List<Connection> waiting) throws IOException {
        for (Connection one : waiting) {
            one.answer();
            one.close();
        }
        return waiting.size();
    }

    private static <T> CompletableFuture<T> supply(Callable<T> action) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return action.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Sends them one after the other, each on a connection of its own, and waits for no answer. */
    static List<Connection> ask(Program service, int drafts, String token) throws IOException {
        byte[] request = ("POST /v2/ai_agents/generate HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nX-Organization-Id: 1\r\nContent-Type: application/json\r\nContent-Length: "
                        + BODY.length() + "\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);
        List<Connection> waiting = new ArrayList<>();
        for (int number = 0; number < drafts; number++) {
            Connection connection = new Connection(service.port());
            connection.ask(request);
            waiting.add(connection);
        }
        return waiting;
    }
}
