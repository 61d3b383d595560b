package com.qontak.aiagent.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.SocketAddress;
import java.util.function.ToDoubleFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/** Shows the connections to one upstream as {@code upstream.connections}. */
final class ConnectionMeters implements ConnectionProvider.MeterRegistrar {

    private final MeterRegistry meters;

    ConnectionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void registerMetrics(String upstream, String id, SocketAddress address, ConnectionPoolMetrics pool) {
        gauge(upstream, "active", pool, ConnectionPoolMetrics::acquiredSize);
        gauge(upstream, "idle", pool, ConnectionPoolMetrics::idleSize);
        gauge(upstream, "awaited", pool, ConnectionPoolMetrics::pendingAcquireSize);
    }

    private void gauge(
            String upstream, String state, ConnectionPoolMetrics pool, ToDoubleFunction<ConnectionPoolMetrics> size) {
        Gauge.builder("upstream.connections", pool, size)
                .description("Connections to the upstream services: in use, kept for the next call, waited for")
                .tag("upstream", upstream)
                .tag("state", state)
                // Nobody else keeps what the pool hands over.
                .strongReference(true)
                .register(meters);
    }
}
