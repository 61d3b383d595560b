package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.ConnectionPoolMetrics;

class ConnectionMetersTests {

    @Test
    void connectionsAreShownThoughNobodyKeepsWhatThePoolHandedOver() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ConnectionMeters(meters)
                .registerMetrics("mekari-agent", "1", new InetSocketAddress("127.0.0.1", 1), new Three());
        WeakReference<Object> collected = new WeakReference<>(new Object());

        await().until(() -> {
            System.gc();
            return collected.get() == null;
        });

        assertThat(meters.get("upstream.connections")
                        .tag("state", "active")
                        .gauge()
                        .value())
                .isEqualTo(3);
    }

    /** Three connections in use, and nothing else. */
    private record Three() implements ConnectionPoolMetrics {

        @Override
        public int acquiredSize() {
            return 3;
        }

        @Override
        public int allocatedSize() {
            return 3;
        }

        @Override
        public int idleSize() {
            return 0;
        }

        @Override
        public int pendingAcquireSize() {
            return 0;
        }

        @Override
        public int maxAllocatedSize() {
            return 3;
        }

        @Override
        public int maxPendingAcquireSize() {
            return 3;
        }
    }
}
