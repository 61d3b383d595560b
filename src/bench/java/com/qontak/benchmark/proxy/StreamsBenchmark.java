package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Turn.Token;
import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Previews told as they happen, against the upstream directly: the time to the first token, one turn after the other in
 * turn with each other, and then many turns at once, whose tokens say when the upstream sent them.
 * <p>Arguments: {@code rounds=200 warmup=300 streams=500 tokens=40 every=500 java=<home> settings=--name=value}, of which
 * {@code warmup} counts turns and {@code every} the milliseconds between two tokens.
 */
public final class StreamsBenchmark {

    private static final Runnable NOTHING = () -> {};

    private final Options options;

    private StreamsBenchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = new Landscape(options)) {
            Program service = landscape.service();
            String agent = UpstreamStub.id(4, Text.NONE).toString();
            Target direct = new Target(
                    "upstream", landscape.upstream(), "/v1/agents/" + agent + "/preview", landscape.token());
            Target through =
                    new Target("service", service, "/v2/ai_agents/" + agent + "/preview", landscape.token());
            StreamsBenchmark benchmark = new StreamsBenchmark(options);
            benchmark.firstTokens(direct, through);
            benchmark.atOnce(List.of(direct, through));
            System.out.printf("%nResident memory of the service: %d MiB%n", service.residentMebibytes());
        }
    }

    private void firstTokens(Target direct, Target through) throws IOException {
        byte[] directly = Turn.request(direct, 1, 1);
        byte[] throughService = Turn.request(through, 1, 1);
        int warmup = options.number("warmup", 300);
        int rounds = options.number("rounds", 200);
        List<Long> own = new ArrayList<>();
        List<Long> service = new ArrayList<>();
        try (Connection upstream = new Connection(direct.port());
                Connection served = new Connection(through.port())) {
            for (int round = -warmup; round < rounds; round++) {
                long without = untilFirstToken(upstream, directly);
                long with = untilFirstToken(served, throughService);
                if (round >= 0) {
                    own.add(without);
                    service.add(with);
                }
            }
        }
        System.out.printf("%n## Time to the first token, one turn at a time, %d turns each%n%n", rounds);
        System.out.println("| through | median (quartiles) | p99 |");
        System.out.println("| --- | --- | --- |");
        row(direct.name(), Delays.of(own.stream().mapToLong(Long::longValue)));
        row(through.name(), Delays.of(service.stream().mapToLong(Long::longValue)));
        row("added, turn by turn", Delays.of(LongStream.range(0, own.size())
                .map(round -> service.get((int) round) - own.get((int) round))));
    }

    private static void row(String name, Delays delays) {
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f ms |%n", name, delays.spread(), delays.millis(99));
    }

    private static long untilFirstToken(Connection connection, byte[] request) throws IOException {
        long start = System.nanoTime();
        List<Token> tokens = Turn.read(connection, request, NOTHING);
        if (tokens.isEmpty()) {
            throw new IOException("A turn without a token");
        }
        return tokens.get(0).received() - start;
    }

    private void atOnce(List<Target> targets) throws IOException, InterruptedException {
        System.out.printf("%n## %d turns at once%n%n", options.number("streams", 500));
        System.out.println("| through | told to the end | tokens lost | all under way after | delay while they arrive, p50"
                + " and p99 | delay from then on, p50 and p99 | threads before | threads then |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Map<String, Integer> failures = new TreeMap<>();
        for (Target target : targets) {
            atOnce(target, failures);
        }
        failures.forEach((failure, times) -> System.out.printf("%n%d × %s%n", times, failure));
    }

    private void atOnce(Target target, Map<String, Integer> failures) throws IOException, InterruptedException {
        int streams = options.number("streams", 500);
        int expected = options.number("tokens", 40);
        byte[] request = Turn.request(target, expected, options.number("every", 500));
        int threadsBefore = target.program().threads();
        CountDownLatch underWay = new CountDownLatch(streams);
        ExecutorService readers = Executors.newFixedThreadPool(streams);
        try {
            long start = System.nanoTime();
            List<Future<List<Token>>> turns = new ArrayList<>();
            for (int stream = 0; stream < streams; stream++) {
                turns.add(readers.submit(() -> told(target, request, underWay)));
            }
            underWay.await();
            long all = System.nanoTime();
            int threadsThen = target.program().threads();
            List<List<Token>> told = complete(turns, target, failures);
            List<Token> tokens = told.stream().flatMap(List::stream).toList();
            Delays arriving = delays(tokens, Long.MIN_VALUE, all);
            Delays settled = delays(tokens, all, Long.MAX_VALUE);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d of %d | %d of %d | %.1f s | %.1f and %.1f ms | %.1f and %.1f ms | %d | %d |%n",
                    target.name(),
                    told.size(),
                    streams,
                    told.size() * expected - tokens.size(),
                    told.size() * expected,
                    (all - start) / 1e9,
                    arriving.millis(50),
                    arriving.millis(99),
                    settled.millis(50),
                    settled.millis(99),
                    threadsBefore,
                    threadsThen);
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<List<Token>> complete(
            List<Future<List<Token>>> turns, Target target, Map<String, Integer> failures)
            throws InterruptedException {
        List<List<Token>> complete = new ArrayList<>();
        for (Future<List<Token>> turn : turns) {
            try {
                complete.add(turn.get());
            } catch (ExecutionException e) {
                failures.merge(target.name() + ": " + e.getCause(), 1, Integer::sum);
            }
        }
        return complete;
    }

    private static List<Token> told(Target target, byte[] request, CountDownLatch underWay) throws IOException {
        boolean[] counted = {false};
        Runnable count = () -> {
            if (!counted[0]) {
                counted[0] = true;
                underWay.countDown();
            }
        };
        try (Connection connection = new Connection(target.port())) {
            return Turn.read(connection, request, count);
        } finally {
            // One that fails must not be waited for.
            count.run();
        }
    }

    private static Delays delays(List<Token> tokens, long from, long to) {
        return Delays.of(tokens.stream()
                .filter(token -> token.received() >= from && token.received() < to)
                .mapToLong(Token::delay));
    }
}
