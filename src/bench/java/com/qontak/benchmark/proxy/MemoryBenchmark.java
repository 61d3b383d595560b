package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What one instance occupies in memory under the loads of the budgets, one after the other: agents read over sixteen
 * connections, files uploaded, reports asked for, previews that are told, drafts that wait. A load that is not answered
 * whole ends the program.
 * <p>Arguments: {@code seconds=20 drafts=2000 streams=500 tokens=20 every=500 rounds=1 jar=<path> java=<home>
 * jvm=-Xmx512m,-XX:+UseSerialGC settings=--name=value}. What it takes from the environment, such as
 * {@code MALLOC_ARENA_MAX}, the service takes too.
 */
public final class MemoryBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int UPLOADS = 5;
    private static final int REPORTS = 7;
    private static final int FILE_BYTES = 20_470 * 1024;
    private static final String AGENTS = "/v2/ai_agents/";
    private static final Runnable NOTHING = () -> {};

    private final Options options;
    private final Program service;
    private final String token;
    private final Duration duration;

    private MemoryBenchmark(Options options, Program service, String token) {
        this.options = options;
        this.service = service;
        this.token = token;
        this.duration = options.seconds("seconds", 20);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = Landscape.withRooms(options)) {
            String jar = options.text("jar", Landscape.jar().toString());
            Program service = landscape.service("service", Path.of(jar));
            System.out.println("| after | resident | highest so far | threads |");
            System.out.println("| --- | --- | --- | --- |");
            MemoryBenchmark benchmark = new MemoryBenchmark(options, service, landscape.token());
            benchmark.row("the start");
            for (int round = 0; round < options.number("rounds", 1); round++) {
                benchmark.round();
            }
        }
    }

    private void round() throws IOException, InterruptedException {
        for (int kibibytes : new int[] {4, 64}) {
            reads(kibibytes, false);
            reads(kibibytes, true);
        }
        uploads();
        reports("/impact/report", "application/json");
        reports("/impact/report.html", "text/html");
        streams(options.number("streams", 500));
        drafts(options.number("drafts", 2000));
    }

    private void reads(int kibibytes, boolean changing) throws IOException {
        Target agent = target(AGENTS + UpstreamStub.id(kibibytes, changing ? Text.STEP : Text.NONE));
        row(load(agent, agent.request(), CONNECTIONS) + " reads of " + kibibytes + " KiB" + (changing ? ", another version each" : ""));
    }

    private void drafts(int drafts) throws IOException {
        List<Connection> waiting = DraftsBenchmark.ask(service, drafts, token);
        for (Connection one : waiting) {
            one.answer();
            one.close();
        }
        row(waiting.size() + " drafts");
    }

    private void streams(int streams) throws IOException, InterruptedException {
        Target preview = target(AGENTS + UpstreamStub.id(4, Text.NONE) + "/preview");
        byte[] request = Turn.request(preview, options.number("tokens", 20), options.number("every", 500));
        ExecutorService readers = Executors.newFixedThreadPool(streams);
        try {
            List<Callable<Integer>> turns = new ArrayList<>();
            for (int stream = 0; stream < streams; stream++) {
                turns.add(() -> {
                    try (Connection connection = new Connection(service.port())) {
                        return Turn.read(connection, request, NOTHING).size();
                    }
                });
            }
            int tokens = 0;
            for (Future<Integer> turn : readers.invokeAll(turns)) {
                tokens += turn.get();
            }
            row(streams + " previews, " + tokens + " tokens");
        } catch (ExecutionException e) {
            throw new IOException("A preview: " + e.getCause(), e);
        } finally {
            readers.shutdownNow();
        }
    }

    private void uploads() throws IOException {
        Target resources = target(AGENTS + UpstreamStub.id(4, Text.NONE) + "/resources");
        byte[] request = UploadsBenchmark.request(resources, UploadsBenchmark.form(FILE_BYTES));
        row(load(resources, request, UPLOADS) + " uploads of 20 MiB");
    }

    private void reports(String path, String type) throws IOException {
        Target report = target(path);
        row(load(report, report.request(type), REPORTS) + " times " + path);
    }

    private long load(Target target, byte[] request, int connections) throws IOException {
        return Load.closed(target, request, connections, duration).latencies().getTotalCount();
    }

    private Target target(String path) {
        return new Target("service", service, path, token);
    }

    private void row(String after) throws IOException {
        System.out.printf(
                "| %s | %d MiB | %d MiB | %d |%n",
                after, service.residentMebibytes(), service.highestResidentMebibytes(), service.threads());
    }
}
