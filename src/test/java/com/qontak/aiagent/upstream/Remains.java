package com.qontak.aiagent.upstream;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** What calls to upstreams can leave behind: connections, permits, threads, buffers. */
final class Remains {

    // Those of the test and of the JVM, pools that keep as many as their bound allows for the load they have seen, and
    // what keeps the connections of a database, of which every service in this JVM has its own.
    private static final Pattern OTHERS = Pattern.compile(
            "awaitility-thread|faulty-upstream|pool-#-thread-#|HttpClient.*|qtp#-#"
                    + "|[a-z-]+:housekeeper|database-#|upload-#|write-#|CircuitBreakerAutoTransitionThread|.*[Cc]ompiler.*|Common-Cleaner|Attach Listener|process reaper|junit-.*");

    private final MeterRegistry meters;
    private final BulkheadRegistry bulkheads;
    private final Logger leaks = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    private final ListAppender<ILoggingEvent> reports = new ListAppender<>();
    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
    private Map<String, Long> threads = Map.of();

    Remains(MeterRegistry meters, BulkheadRegistry bulkheads) {
        this.meters = meters;
        this.bulkheads = bulkheads;
    }

    /** Looks at every buffer from here on, forgets what others have left, and remembers the threads there are. */
    void watch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        reports.start();
        leaks.addAppender(reports);
        leakedBuffers();
        reports.list.clear();
        threads = threads();
    }

    void stopWatching() {
        ResourceLeakDetector.setLevel(level);
        leaks.detachAppender(reports);
    }

    int connections(String upstream, String state) {
        double connections = meters.get("upstream.connections")
                .tags("upstream", upstream, "state", state)
                .gauge()
                .value();
        // A meter that has nothing to say would pass for none.
        assertThat(connections).isNotNaN();
        return (int) connections;
    }

    /** Calls that hold a permit; 0 once all have ended. */
    int permits() {
        return bulkheads.getAllBulkheads().stream()
                .mapToInt(bulkhead -> bulkhead.getMetrics().getMaxAllowedConcurrentCalls()
                        - bulkhead.getMetrics().getAvailableConcurrentCalls())
                .sum();
    }

    /** Kinds of threads of which there are more than when the watch began. */
    List<String> newThreads() {
        List<String> more = new ArrayList<>();
        threads().forEach((name, count) -> {
            if (count > threads.getOrDefault(name, 0L)) {
                more.add(name + ": " + threads.getOrDefault(name, 0L) + " -> " + count);
            }
        });
        return more;
    }

    /** What the detector reports of buffers nobody holds and nobody gave back. */
    List<String> leakedBuffers() {
        for (int round = 0; round < 5; round++) {
            System.gc();
            for (int allocation = 0; allocation < 1_000; allocation++) {
                PooledByteBufAllocator.DEFAULT.buffer(16).release();
            }
        }
        return reports.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Map<String, Long> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("\\d+", "#"))
                .filter(name -> !OTHERS.matcher(name).matches())
                .collect(groupingBy(name -> name, TreeMap::new, counting()));
    }
}
