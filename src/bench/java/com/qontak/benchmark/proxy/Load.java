package com.qontak.benchmark.proxy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/** Calls a target over a fixed number of connections, a thread for each. */
final class Load {

    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;

    private Load() {}

    /**
     * What a run has measured.
     *
     * @param latencies in nanoseconds, one for each request
     * @param elapsed how long it took
     * @param processorTime what the target's JVM took meanwhile
     */
    record Result(Histogram latencies, Duration elapsed, Duration processorTime) {

        /** @return both, one after the other */
        Result and(Result next) {
            Histogram all = latencies.copy();
            all.add(next.latencies);
            return new Result(all, elapsed.plus(next.elapsed), processorTime.plus(next.processorTime));
        }

        double requestsPerSecond() {
            return latencies.getTotalCount() * 1e9 / elapsed.toNanos();
        }

        /** @return of the target alone */
        double processorMicrosPerRequest() {
            return processorTime.toNanos() / 1e3 / latencies.getTotalCount();
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Closed loop: every connection sends its next request as soon as it has the last answer. */
    static Result closed(Target target, int connections, Duration duration) throws IOException {
        return closed(target, target.request(), connections, duration);
    }

    /** The same with another request than one that reads. */
    static Result closed(Target target, byte[] request, int connections, Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        return run(target, connections, (connection, number, latencies) -> {
            long now = System.nanoTime();
            while (now < end) {
                connection.exchange(request);
                long answered = System.nanoTime();
                latencies.recordValue(answered - now);
                now = answered;
            }
        });
    }

    /**
     * Open loop: requests are due at fixed times, whatever the answers do, and a latency counts from the time the
     * request was due: an answer that holds up the next request is not left out of account.
     */
    static Result open(Target target, int requestsPerSecond, int connections, Duration duration) throws IOException {
        byte[] request = target.request();
        long start = System.nanoTime() + Duration.ofMillis(100).toNanos();
        long step = 1_000_000_000L * connections / requestsPerSecond;
        long end = start + duration.toNanos();
        return run(target, connections, (connection, number, latencies) -> {
            for (long due = start + step * number / connections; due < end; due += step) {
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                connection.exchange(request);
                latencies.recordValue(Math.min(LONGEST, System.nanoTime() - due));
            }
        });
    }

    /** @return the median of some runs, with the quartiles */
    static String spread(List<Result> results, ToDoubleFunction<Result> figure, String format) {
        return spread(results.stream().mapToDouble(figure), format);
    }

    static String spread(DoubleStream figures, String format) {
        List<Double> sorted = figures.sorted().boxed().toList();
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() / 4),
                sorted.get(sorted.size() * 3 / 4));
    }

    static double median(List<Result> results, ToDoubleFunction<Result> figure) {
        return results.stream().mapToDouble(figure).sorted().toArray()[results.size() / 2];
    }

    private static Result run(Target target, int connections, Loop loop) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            Duration before = target.program().processorTime();
            long start = System.nanoTime();
            List<Callable<Histogram>> loops = new ArrayList<>();
            for (int index = 0; index < connections; index++) {
                int number = index;
                loops.add(() -> {
                    Histogram latencies = new Histogram(LONGEST, DIGITS);
                    try (Connection connection = new Connection(target.port())) {
                        loop.run(connection, number, latencies);
                    }
                    return latencies;
                });
            }
            Histogram all = new Histogram(LONGEST, DIGITS);
            for (Future<Histogram> one : threads.invokeAll(loops)) {
                all.add(one.get());
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return new Result(all, elapsed, target.program().processorTime().minus(before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(target.name() + ": " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Loop {
        void run(Connection connection, int number, Histogram latencies) throws IOException;
    }
}
