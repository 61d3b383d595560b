package com.qontak.aiagent.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What the service itself logs as an error: an answer may look right while something has gone wrong behind it. */
final class LoggedErrors extends AppenderBase<ILoggingEvent> {

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    /** Begins anew: other tests have made the service fail on purpose, or started one that sets up the log afresh. */
    void collect() {
        messages.clear();
        start();
        ((Logger) LoggerFactory.getLogger("com.qontak.aiagent")).addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        // What an earlier test made fail is tried again for a minute.
        boolean old = event.getFormattedMessage().contains("stays unwritten");
        if (!old && event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            messages.add(event.getFormattedMessage());
        }
    }

    /** @return the messages since the last time this was asked */
    Queue<String> taken() {
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        for (String message = messages.poll(); message != null; message = messages.poll()) {
            taken.add(message);
        }
        return taken;
    }
}
