package com.qontak.aiagent.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory that the bodies of all requests under way can take. A body stands in memory as the tree made of it,
 * and that is larger the more it is made of: three bytes of <code>{},</code> become a hundred and more. So each body is
 * weighed while it is read, and is given back when its request has been answered, however long that waits.
 */
@Component
final class BodyMemory implements ServletRequestListener {

    private static final String ATTRIBUTE = BodyMemory.class.getName();
    private static final Map<String, String> RETRY_SOON = Map.of(HttpHeaders.RETRY_AFTER, "1");

    private static final int WEIGHT_OF_A_BYTE = 2;
    private static final int WEIGHT_OF_A_NODE = 100;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(BodyLimitProperties limits, MeterRegistry meters) {
        this.most = limits.maxBodyMemory().toBytes();
        Gauge.builder("web.body.memory", taken, AtomicLong::doubleValue)
                .description("What the bodies of the requests under way take in memory, as estimated")
                .baseUnit("bytes")
                .register(meters);
    }

    /** @return what the body of this request will take; given back when the request ends */
    Share share(HttpServletRequest request) {
        Share share = new Share();
        request.setAttribute(ATTRIBUTE, share);
        return share;
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest().getAttribute(ATTRIBUTE) instanceof Share share) {
            share.giveBack();
        }
    }

    /** What one body takes. Used by the thread that reads it, and given back by the one that ends the request. */
    final class Share {

        private final AtomicLong own = new AtomicLong();

        /**
         * Takes what some bytes more will need.
         *
         * @throws ProblemException {@code payload-too-large} when this body alone would take everything, and {@code
         *     overloaded} when there is not enough left beside the others
         */
        void take(byte[] buffer, int offset, int length) {
            long weight = (long) WEIGHT_OF_A_BYTE * length + (long) WEIGHT_OF_A_NODE * nodes(buffer, offset, length);
            long altogether = taken.addAndGet(weight);
            if (own.addAndGet(weight) > most) {
                throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE);
            }
            if (altogether > most) {
                throw new ProblemException(ProblemType.OVERLOADED, List.of(), List.of(), RETRY_SOON, null);
            }
        }

        private void giveBack() {
            taken.addAndGet(-own.getAndSet(0));
        }
    }

    // Commas within texts are counted too: what people write has few of them.
    private static int nodes(byte[] buffer, int offset, int length) {
        int nodes = 0;
        for (int at = offset; at < offset + length; at++) {
            byte one = buffer[at];
            if (one == ',' || one == '{' || one == '[') {
                nodes++;
            }
        }
        return nodes;
    }
}
