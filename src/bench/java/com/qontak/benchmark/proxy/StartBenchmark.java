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

/**
 * How long the service takes from its start until it is ready, in time and in processor time, and what it occupies then:
 * the packaged jar, the jar unpacked, and the jar unpacked with an archive of its classes. Rounds are interleaved.
 * <p>Arguments: {@code rounds=5 java=<home>}.
 */
public final class StartBenchmark {

    private static final Path UNPACKED = Path.of("target/bench/unpacked");
    private static final Path ARCHIVE = Path.of("target/bench/classes.jsa");

    private StartBenchmark() {}

    private record Start(long millis, long processorMillis, long mebibytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = new Landscape(options)) {
            Path packaged = Landscape.jar();
            Path unpacked = UNPACKED.resolve(packaged.getFileName());
            run(options, "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--force", "--destination",
                    UNPACKED.toString());
            landscape.service("archive", List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE), unpacked).close();
            Map<String, List<Start>> starts = new LinkedHashMap<>();
            for (int round = 0; round < options.number("rounds", 5); round++) {
                measure(starts, "packaged", landscape, List.of(), packaged);
                measure(starts, "unpacked", landscape, List.of(), unpacked);
                measure(starts, "archive", landscape, List.of("-XX:SharedArchiveFile=" + ARCHIVE), unpacked);
            }
            System.out.println("| jar | ready after | processor time | resident |");
            System.out.println("| --- | --- | --- | --- |");
            starts.forEach((name, own) -> System.out.printf(
                    "| %s | %s ms | %s ms | %s MiB |%n",
                    name,
                    spread(own.stream().map(Start::millis).toList()),
                    spread(own.stream().map(Start::processorMillis).toList()),
                    spread(own.stream().map(Start::mebibytes).toList())));
        }
    }

    private static void measure(
            Map<String, List<Start>> starts, String name, Landscape landscape, List<String> jvm, Path jar)
            throws IOException {
        long start = System.nanoTime();
        try (Program service = landscape.service(name, jvm, jar)) {
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            starts.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(new Start(millis, service.processorTime().toMillis(), service.residentMebibytes()));
        }
    }

    private static void run(Options options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(options.java()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("Failed: " + command);
        }
    }

    private static String spread(List<Long> figures) {
        List<Long> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) + " (" + Collections.min(sorted) + "–" + Collections.max(sorted) + ")";
    }
}
