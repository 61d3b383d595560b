package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import com.qontak.benchmark.proxy.UpstreamStub.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time and the memory of a read go, duty by duty: by the samples of the JVM's own flight recorder, each being
 * the innermost {@link Duty}'s. Time is that of Java code; what the system does for it is not among it.
 * <p>Arguments: {@code size=4 edited=none|step|profile|rule connections=16 warmup=70 seconds=30 java=<home> jvm=…}.
 */
public final class DutiesBenchmark {

    private static final String TIME = "jdk.ExecutionSample";
    private static final String MEMORY = "jdk.ObjectAllocationSample";

    private DutiesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        String path = "/v2/ai_agents/" + UpstreamStub.id(options.number("size", 4), Text.of(options));
        try (Landscape landscape = new Landscape(options)) {
            Program service = landscape.service();
            Target target = new Target("service", service, path, landscape.token());
            // Before it is warm: to begin with, the recorder throws away what the JVM has compiled.
            service.command("JFR.start", "name=duties", "settings=profile");
            Load.closed(target, 2, options.seconds("warmup", 70));
            Instant warm = Instant.now();
            Result result = Load.closed(target, options.number("connections", 16), options.seconds("seconds", 30));
            Path recording = Path.of("target/bench/duties.jfr").toAbsolutePath();
            service.command("JFR.dump", "name=duties", "filename=" + recording);
            List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
            print(events.stream().filter(event -> event.getStartTime().isAfter(warm)).toList(), result);
        }
    }

    private static void print(List<RecordedEvent> events, Result result) {
        Map<Duty, Double> samples = sums(events, TIME, sample -> 1);
        Map<Duty, Double> bytes = sums(withoutTheFirst(events), MEMORY, sample -> sample.getLong("weight"));
        double all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
        System.out.printf(
                Locale.ROOT,
                "%.0f requests/s, %.0f µs of processor time each; %.0f samples%n",
                result.requestsPerSecond(),
                result.processorMicrosPerRequest(),
                all);
        System.out.println("| duty | time in Java | allocated a request |");
        System.out.println("| --- | --- | --- |");
        for (Duty duty : Duty.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f KiB |%n",
                    duty.words(),
                    100 * samples.getOrDefault(duty, 0.0) / all,
                    bytes.getOrDefault(duty, 0.0) / 1024 / result.latencies().getTotalCount());
        }
    }

    // The first sample of a thread stands for all that it had allocated before.
    private static List<RecordedEvent> withoutTheFirst(List<RecordedEvent> events) {
        Set<Long> threads = new HashSet<>();
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(MEMORY))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .filter(event -> !threads.add(event.getThread().getId()))
                .toList();
    }

    private static Map<Duty, Double> sums(
            List<RecordedEvent> events, String type, ToDoubleFunction<RecordedEvent> weight) {
        Map<Duty, Double> sums = new EnumMap<>(Duty.class);
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(type)) {
                Duty.of(event).ifPresent(duty -> sums.merge(duty, weight.applyAsDouble(event), Double::sum));
            }
        }
        return sums;
    }
}
