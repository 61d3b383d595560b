package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Uploading files of just under 20 MiB through the service, against uploading them to the upstream directly, rounds
 * interleaved; and what the service's heap holds while files pass through, garbage left out.
 * <p>Arguments: {@code kibibytes=20470 together=1,5 rounds=5 seconds=3 warmup=15 heap=10 java=<home>
 * settings=--name=value}, of which {@code heap} is how long to upload while the heap is looked at, in seconds.
 */
public final class UploadsBenchmark {

    private static final String BOUNDARY = "----boundary";

    private final Options options;
    private final Program upstream;
    private final int fileBytes;
    private final double mebibytes;
    private final byte[] form;

    private UploadsBenchmark(Options options, Program upstream) {
        this.options = options;
        this.upstream = upstream;
        this.fileBytes = options.number("kibibytes", 20_470) * 1024;
        this.mebibytes = fileBytes / 1048576.0;
        this.form = form(fileBytes);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        try (Landscape landscape = new Landscape(options)) {
            Target direct = new Target("upstream", landscape.upstream(), "/v1/documents", landscape.token());
            Target through = new Target(
                    "service",
                    landscape.service(),
                    "/v2/ai_agents/" + UpstreamStub.id(4, Text.NONE) + "/resources",
                    landscape.token());
            UploadsBenchmark benchmark = new UploadsBenchmark(options, landscape.upstream());
            Duration warmup = options.seconds("warmup", 15);
            benchmark.upload(direct, 2, warmup.dividedBy(3));
            benchmark.upload(through, 2, warmup);
            for (int together : options.numbers("together", "1,5")) {
                benchmark.throughput(List.of(direct, through), together);
            }
            benchmark.heap(through);
        }
    }

    private void throughput(List<Target> targets, int together) throws IOException {
        Map<Target, List<Result>> results = new LinkedHashMap<>();
        for (int round = 0; round < options.number("rounds", 5); round++) {
            for (Target target : targets) {
                results.computeIfAbsent(target, first -> new ArrayList<>())
                        .add(upload(target, together, options.seconds("seconds", 3)));
            }
        }
        System.out.printf(Locale.ROOT, "%n## Files of %.1f MiB, %d at once%n%n", mebibytes, together);
        System.out.println("| to | files | MiB/s | own processor time a file | a file, p50 |");
        System.out.println("| --- | --- | --- | --- | --- |");
        results.forEach((target, own) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s ms | %s ms |%n",
                target.name(),
                own.stream().mapToLong(result -> result.latencies().getTotalCount()).sum(),
                Load.spread(own, this::mebibytesPerSecond, "%.0f"),
                Load.spread(own, result -> result.processorMicrosPerRequest() / 1e3, "%.1f"),
                Load.spread(own, result -> result.millis(50), "%.0f")));
        System.out.printf(
                Locale.ROOT,
                "%nThrough the service: %.2f × as fast%n",
                Load.median(results.get(targets.get(1)), this::mebibytesPerSecond)
 / Load.median(results.get(targets.get(0)), this::mebibytesPerSecond));
    }

    private void heap(Target service) throws IOException, InterruptedException {
        List<Integer> together = options.numbers("together", "1,5");
        System.out.println("\n## What the heap holds while files pass through\n");
        System.out.println("| files at once | MiB uploaded | before | meanwhile, median | meanwhile, highest | growth at"
                + " most | resident |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        ExecutorService uploader = Executors.newSingleThreadExecutor();
        try {
            for (int files : together) {
                double before = liveMebibytes(service);
                Future<Result> uploads =
                        uploader.submit(() -> upload(service, files, options.seconds("heap", 10)));
                List<Double> samples = new ArrayList<>();
                while (!uploads.isDone()) {
                    samples.add(liveMebibytes(service));
                }
                samples.sort(null);
                double highest = samples.get(samples.size() - 1);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.0f | %.1f MiB | %.1f MiB (%d samples) | %.1f MiB | %.1f MiB | %d MiB |%n",
                        files,
                        uploads.get().latencies().getTotalCount() * mebibytes,
                        before,
                        samples.get(samples.size() / 2),
                        samples.size(),
                        highest,
                        highest - before,
                        service.program().residentMebibytes());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            uploader.shutdownNow();
        }
    }

    private Result upload(Target target, int together, Duration duration) throws IOException {
        byte[] request = request(target, form);
        long before = received();
        Result result = Load.closed(target, request, together, duration);
        long least = result.latencies().getTotalCount() * fileBytes;
        if (received() - before < least) {
            throw new IOException("Not all that was uploaded has arrived");
        }
        return result;
    }

    private static double liveMebibytes(Target target) throws IOException {
        return target.program().liveHeapBytes() / 1048576.0;
    }

    private long received() throws IOException {
        return Long.parseLong(upstream.read("/received"));
    }

    private double mebibytesPerSecond(Result result) {
        return result.requestsPerSecond() * mebibytes;
    }

    static byte[] request(Target target, byte[] form) {
        return target.post("application/json", "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    // The bytes after the signature have no pattern, so that nothing on the way can make them less.
    static byte[] form(int fileBytes) {
        byte[] start = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Warranty.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] form = new byte[start.length + fileBytes + end.length];
        new Random(1).nextBytes(form);
        System.arraycopy(start, 0, form, 0, start.length);
        System.arraycopy(end, 0, form, form.length - end.length, end.length);
        return form;
    }
}
