package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The service against itself: what one setting, or one change, is worth. Each variant is a JVM of its own, and rounds
 * are interleaved.
 * <p>Arguments: those of {@link ProxyBenchmark} and {@code variants=before:/path/of.jar;after:/path/of.jar,
 * --name=value,-Xmx256m}, the first being what the others are compared with: a jar, settings, options of the JVM. With
 * {@code rate=200} it is so many requests/s instead of as many as there can be, and with {@code beside=1024} another
 * caller reads agents of that many KiB meanwhile, each a version that is not known yet.
 */
public final class VariantsBenchmark {

    private VariantsBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        int size = options.number("size", 4);
        String path = "/v2/ai_agents/" + UpstreamStub.id(size, Text.of(options));
        try (Landscape landscape = new Landscape(options)) {
            String token = landscape.token();
            Map<Target, List<Result>> results = new LinkedHashMap<>();
            for (String variant : options.text("variants", "").split(";")) {
                String[] named = variant.split(":", 2);
                List<String> words = new ArrayList<>(List.of(named[1].split(",")));
                Path jar = Path.of(words.remove(0));
                Map<Boolean, List<String>> settings =
                        words.stream().collect(Collectors.partitioningBy(word -> word.startsWith("--")));
                Program service = landscape.service(
                        named[0],
                        settings.get(false),
                        jar,
                        settings.get(true).toArray(String[]::new));
                results.put(new Target(named[0], service, path, token), new ArrayList<>());
            }
            for (Target target : results.keySet()) {
                Load.closed(target, 2, options.seconds("warmup", 60));
            }
            for (int round = 0; round < options.number("rounds", 5); round++) {
                for (Map.Entry<Target, List<Result>> entry : results.entrySet()) {
                    entry.getValue().add(load(options, entry.getKey()));
                }
            }
            print(results);
        }
    }

    private static Result load(Options options, Target target) throws IOException {
        int rate = options.number("rate", 0);
        int beside = options.number("beside", 0);
        int connections = options.number("connections", 16);
        Duration duration = options.seconds("seconds", 3);
        CompletableFuture<Void> other = beside == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> readAnew(target, beside, duration));
        Result result =
                rate == 0 ? Load.closed(target, connections, duration) : Load.open(target, rate, connections, duration);
        other.join();
        return result;
    }

    private static void readAnew(Target target, int kibibytes, Duration duration) {
        String path = "/v2/ai_agents/" + UpstreamStub.id(kibibytes, Text.STEP);
        try {
            Load.closed(new Target("beside", target.program(), path, target.token()), 1, duration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Map<Target, List<Result>> results) {
        double first = median(results.values().iterator().next()).processorMicrosPerRequest();
        System.out.println("| variant | requests/s | processor time | against the first | p50 | p99 |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        results.forEach((target, own) -> {
            Result median = median(own);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f µs | %.2f × | %.2f ms | %.2f ms |%n",
                    target.name(),
                    median.requestsPerSecond(),
                    median.processorMicrosPerRequest(),
                    median.processorMicrosPerRequest() / first,
                    median.millis(50),
                    median.millis(99));
        });
    }

    // By processor time: it is what a variant is worth, and other work on the machine disturbs it least.
    private static Result median(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Result::processorMicrosPerRequest))
                .toList()
                .get(results.size() / 2);
    }
}
