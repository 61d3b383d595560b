package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.web.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Makes the client of each upstream, from that upstream's own settings and nothing shared but the registries, and the
 * threads that read large answers.
 */
@Component
public class UpstreamClients implements AutoCloseable {

    private final WebClient.Builder builder;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final UpstreamLimits limits;
    private final UpstreamTrace trace;
    private final Scheduler readers = Workers.named("upstream-answers");

    UpstreamClients(
            WebClient.Builder builder,
            ObjectMapper json,
            MeterRegistry meters,
            UpstreamLimits limits,
            UpstreamTrace trace) {
        this.builder = builder;
        this.json = json;
        this.meters = meters;
        this.limits = limits;
        this.trace = trace;
    }

    /**
     * @param name the upstream's name in metrics, logs and settings, such as {@code mekari-agent}
     * @param settings its settings
     * @return a client of its own
     * @throws com.qontak.aiagent.startup.RefusedToStart if the path of a call is missing
     */
    public UpstreamClient client(String name, UpstreamProperties.Upstream settings) {
        UpstreamFailures failures = new UpstreamFailures(json);
        Map<CallKind, UpstreamGuard> guards = new EnumMap<>(CallKind.class);
        CallKind.of(name).forEach(kind -> guards.put(kind, new UpstreamGuard(limits.of(kind), meters, failures)));
        ConnectionProvider connections = connections(name, settings);
        HttpClient http = HttpClient.create(connections).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                settings.connectTimeout().toMillis());
        int limit = (int) settings.maxResponseSize().toBytes();
        UpstreamHeaders headers = new UpstreamHeaders(settings.token());
        return new UpstreamClient(
                connections,
                webClient(http, limit),
                new PlainReads(http, headers, trace, limit),
                headers,
                new UpstreamAddresses(settings, guards.keySet()),
                json,
                guards,
                failures,
                readers);
    }

    /** Ends the threads that read large answers. */
    @Override
    public void close() {
        readers.dispose();
    }

    // As many as the kinds of call may use together: none waits for a connection that another one holds, other than for
    // the moment it takes to close a broken one.
    private ConnectionProvider connections(String name, UpstreamProperties.Upstream settings) {
        return ConnectionProvider.builder(name)
                .maxConnections(limits.callsAtOnce(name))
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(settings.acquireTimeout())
                .maxIdleTime(settings.idleTimeout())
                .evictInBackground(settings.idleTimeout())
                .metrics(true, () -> new ConnectionMeters(meters))
                .build();
    }

    private WebClient webClient(HttpClient http, int limit) {
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(limit))
                .build();
    }
}
