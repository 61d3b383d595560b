package com.qontak.benchmark.proxy;

import com.qontak.benchmark.proxy.Load.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two thousand drafts that wait twenty seconds for their upstream at once, and what that does to those who list agents
 * meanwhile.
 * <p>Arguments: {@code drafts=2000 rate=50 seconds=12 java=<home>}; more than 2 000 need a higher limit on open files.
 */
public final class DraftsBenchmark {

    private static final String BODY = "{\"prompt\": \"A shop assistant that tells where an order is.\"}";

    private DraftsBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.of(arguments);
        int drafts = options.number("drafts", 2000);
        try (Landscape landscape = new Landscape(options)) {
            Program service = landscape.service();
            Target list = new Target("list", service, "/v2/ai_agents", landscape.token());
            Duration duration = options.seconds("seconds", 12);
            int rate = options.number("rate", 50);
            Load.closed(list, 2, options.seconds("warmup", 40));
            Result idle = Load.open(list, rate, 8, duration);
            int threadsBefore = service.threads();
            List<Connection> waiting = ask(service, drafts, list.token());
            Result arriving = Load.open(list, rate, 8, duration.dividedBy(2));
            Result busy = Load.open(list, rate, 8, duration.dividedBy(2));
            int threadsMeanwhile = service.threads();
            int answered = 0;
            for (Connection one : waiting) {
                one.answer();
                one.close();
                answered++;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d drafts answered; %d threads before, %d while they waited%n"
                            + "list, p50 and p99: %.1f and %.1f ms idle, %.1f and %.1f ms while they arrive,"
                            + " %.1f and %.1f ms while they wait (%.1f ×)%n"
                            + "resident memory %d MiB%n",
                    answered,
                    drafts,
                    threadsBefore,
                    threadsMeanwhile,
                    idle.millis(50),
                    idle.millis(99),
                    arriving.millis(50),
                    arriving.millis(99),
                    busy.millis(50),
                    busy.millis(99),
                    busy.millis(99) / idle.millis(99),
                    service.residentMebibytes());
        }
    }

    /** Sends them one after the other, each on a connection of its own, and waits for no answer. */
    static List<Connection> ask(Program service, int drafts, String token) throws IOException {
        byte[] request = ("POST /v2/ai_agents/generate HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nX-Organization-Id: 1\r\nContent-Type: application/json\r\nContent-Length: "
                        + BODY.length() + "\r\n\r\n" + BODY)
                .getBytes(StandardCharsets.US_ASCII);
        List<Connection> waiting = new ArrayList<>();
        for (int number = 0; number < drafts; number++) {
            Connection connection = new Connection(service.port());
            connection.ask(request);
            waiting.add(connection);
        }
        return waiting;
    }
}
