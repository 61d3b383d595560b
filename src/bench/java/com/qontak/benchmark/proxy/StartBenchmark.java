package com.qontak.benchmark.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the service takes from its start until it is ready, in time and in processor time, and what it occupies then:
 * the packaged jar, the jar unpacked, the jar unpacked with an archive of its classes, and, where the JVM knows it, with
 * an ahead-of-time cache. Rounds are interleaved.
 * <p>Arguments: {@code rounds=5 java=<home> jvm=-Xmx512m variants=name:-Xmx256m,-Dname=value;other:--name=value}, the
 * variants being options of the JVM and settings that the fastest of these ways is tried with as well.
 */
public final class StartBenchmark {

    private static final Path UNPACKED = Path.of("target/bench/unpacked");
    private static final Path ARCHIVE = Path.of("target/bench/classes.jsa");
    private static final Path CACHE = Path.of("target/bench/service.aot");

    private final Options options;
    private final Landscape landscape;
    private final Map<String, List<Start>> starts = new LinkedHashMap<>();

    private StartBenchmark(Options options, Landscape landscape) {
        this.options = options;
        this.landscape = landscape;
    }

    private record Start(long millis, long processorMillis, long mebibytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = new Landscape(options)) {
            StartBenchmark benchmark = new StartBenchmark(options, landscape);
            benchmark.rounds();
            benchmark.print();
        }
    }

    private void rounds() throws IOException, InterruptedException {
        Path packaged = Landscape.jar();
        Path unpacked = UNPACKED.resolve(packaged.getFileName());
        if (java("-Djarmode=tools", "-jar", packaged.toString(), "extract", "--force", "--destination", UNPACKED.toString())
                != 0) {
            throw new IOException("The jar could not be unpacked");
        }
        String archived = "-XX:SharedArchiveFile=" + ARCHIVE;
        landscape.service("training", List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE), unpacked).close();
        boolean ahead = java("-XX:AOTMode=auto", "-version") == 0;
        String cached = "-XX:AOTCache=" + CACHE;
        if (ahead) {
            landscape.service("training", List.of("-XX:AOTCacheOutput=" + CACHE), unpacked).close();
        }
        for (int round = 0; round < options.number("rounds", 5); round++) {
            measure("packaged", packaged, List.of());
            measure("unpacked", unpacked, List.of());
            measure("unpacked, classes archived", unpacked, List.of(archived));
            if (ahead) {
                measure("unpacked, ahead-of-time cache", unpacked, List.of(cached));
            }
            for (String variant : options.text("variants", "").split(";")) {
                String[] named = variant.split(":", 2);
                if (named.length == 2) {
                    List<String> words = new ArrayList<>(List.of(ahead ? cached : archived));
                    words.addAll(Options.words(named[1]));
                    measure(named[0], unpacked, words);
                }
            }
        }
    }

    private void measure(String name, Path jar, List<String> words) throws IOException {
        List<String> jvm = words.stream().filter(word -> !word.startsWith("--")).toList();
        String[] settings = words.stream().filter(word -> word.startsWith("--")).toArray(String[]::new);
        long start = System.nanoTime();
        try (Program service = landscape.service("service", jvm, jar, settings)) {
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            starts.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(new Start(millis, service.processorTime().toMillis(), service.residentMebibytes()));
        }
    }

    private void print() {
        System.out.println("| jar | ready after | processor time | resident |");
        System.out.println("| --- | --- | --- | --- |");
        starts.forEach((name, own) -> System.out.printf(
                "| %s | %s ms | %s ms | %s MiB |%n",
                name,
                spread(own.stream().map(Start::millis).toList()),
                spread(own.stream().map(Start::processorMillis).toList()),
                spread(own.stream().map(Start::mebibytes).toList())));
    }

    private int java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(options.java()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static String spread(List<Long> figures) {
        List<Long> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) + " (" + Collections.min(sorted) + "–" + Collections.max(sorted) + ")";
    }
}
