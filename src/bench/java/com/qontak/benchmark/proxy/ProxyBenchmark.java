package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reading an agent through the service, against reading it from the upstream directly, through Spring Cloud Gateway
 * passing bytes through, and through Spring Cloud Gateway with the same duties. Rounds are interleaved, so that what
 * else the machine does disturbs all alike; medians are printed with their quartiles, and so are ratios, round by round.
 * <p>Arguments: {@code sizes=4,64,1024 connections=1,16,64 rounds=5 seconds=3 warmup=60 rate=200 open=20 targets=<regular
 * expression of names>}. The JVMs take minutes to get warm on two cores: an answer passes through some ten thousand methods.
 */
public final class ProxyBenchmark {

    private static final String DIRECT = "direct";
    private static final String PLAIN = "gateway, bytes";
    private static final String DUTIES = "gateway, duties";
    private static final String SAME = "service, same pack";
    private static final String CHANGED = "service, changed ";

    private final Options options;

    private ProxyBenchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = new Landscape(options)) {
            new ProxyBenchmark(options).run(landscape);
        }
    }

    private void run(Landscape landscape) throws IOException, SQLException {
        Program service = landscape.service();
        Program plain = landscape.gateway("plain");
        Program duties = landscape.gateway("duties");
        String token = landscape.token();
        boolean warm = false;
        for (int size : options.numbers("sizes", "4,64,1024")) {
            String same = UpstreamStub.id(size, Text.NONE).toString();
            Stream<Target> changing = Text.EDITED.stream()
                    .map(text -> new Target(
                            CHANGED + text.name().toLowerCase(Locale.ROOT),
                            service,
                            "/v2/ai_agents/" + UpstreamStub.id(size, text),
                            token));
            Stream<Target> unchanging = Stream.of(
                            new Target(DIRECT, landscape.upstream(), "/v1/agents/" + same, token),
                            new Target(PLAIN, plain, "/v2/ai_agents/" + same, token),
                            new Target(DUTIES, duties, "/v2/ai_agents/" + same, token),
                            new Target(SAME, service, "/v2/ai_agents/" + same, token));
            List<Target> targets = Stream.concat(unchanging, changing)
                    .filter(target -> target.name().matches(options.text("targets", ".*")))
                    .toList();
            Duration warmup = options.seconds("warmup", 60);
            for (Target target : targets) {
                // Few connections, so that the compilers of the JVM get their share of the processors too.
                Load.closed(target, 2, warm ? warmup.dividedBy(4) : warmup);
            }
            warm = true;
            for (int connections : options.numbers("connections", "1,16,64")) {
                throughput(targets, size, connections);
            }
            latency(targets, size);
        }
        System.out.printf("Resident memory of the service: %d MiB%n", service.residentMebibytes());
    }

    private void throughput(List<Target> targets, int size, int connections) throws IOException {
        Map<Target, List<Result>> results =
                rounds(targets, target -> Load.closed(target, connections, options.seconds("seconds", 3)));
        System.out.printf("%n## %d KiB, %d connections, as fast as they can%n%n", size, connections);
        System.out.println("| through | requests/s | against bytes | against duties | own processor time | p50 | p99 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (Target target : targets) {
            List<Result> own = results.get(target);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s µs | %s ms | %s ms |%n",
                    target.name(),
                    Load.spread(own, Result::requestsPerSecond, "%.0f"),
                    ratio(own, results, PLAIN),
                    ratio(own, results, DUTIES),
                    Load.spread(own, Result::processorMicrosPerRequest, "%.0f"),
                    Load.spread(own, result -> result.millis(50), "%.2f"),
                    Load.spread(own, result -> result.millis(99), "%.2f"));
        }
    }

    private void latency(List<Target> targets, int size) throws IOException {
        int rate = options.number("rate", 200);
        Duration duration = options.seconds("open", 20).dividedBy(options.number("rounds", 5));
        if (duration.isZero()) {
            return;
        }
        Map<Target, List<Result>> results = rounds(targets, target -> Load.open(target, rate, 16, duration));
        System.out.printf("%n## %d KiB, %d requests/s%n%n", size, rate);
        System.out.println("| through | p50 | p90 | p99 | own processor time |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (Target target : targets) {
            List<Result> own = results.get(target);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s ms | %s ms | %s ms | %s µs |%n",
                    target.name(),
                    Load.spread(own, result -> result.millis(50), "%.2f"),
                    Load.spread(own, result -> result.millis(90), "%.2f"),
                    Load.spread(own, result -> result.millis(99), "%.2f"),
                    Load.spread(own, Result::processorMicrosPerRequest, "%.0f"));
        }
    }

    private Map<Target, List<Result>> rounds(List<Target> targets, Run run) throws IOException {
        Map<Target, List<Result>> results = targets.stream()
                .collect(Collectors.toMap(
                        target -> target, target -> new ArrayList<>(), (a, b) -> a, LinkedHashMap::new));
        for (int round = 0; round < options.number("rounds", 5); round++) {
            for (Target target : targets) {
                results.get(target).add(run.of(target));
            }
        }
        return results;
    }

    // Round by round: neighbours in time have the same machine, whatever else runs on it.
    private static String ratio(List<Result> own, Map<Target, List<Result>> results, String other) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(other))
                .map(entry -> Load.spread(
                                IntStream.range(0, own.size())
                                        .mapToDouble(round -> own.get(round).requestsPerSecond()
                                                / entry.getValue().get(round).requestsPerSecond()),
                                "%.2f")
                        + " ×")
                .findFirst()
                .orElse("");
    }

    private interface Run {
        Result of(Target target) throws IOException;
    }
}
