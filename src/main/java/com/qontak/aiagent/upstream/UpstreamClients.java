package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Makes the client of each upstream, from that upstream's own settings and nothing shared but the registries. */
@Component
public class UpstreamClients {

    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(30);

    private final WebClient.Builder builder;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;

    UpstreamClients(
            WebClient.Builder builder,
            ObjectMapper json,
            MeterRegistry meters,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries) {
        this.builder = builder;
        this.json = json;
        this.meters = meters;
        this.bulkheads = bulkheads;
        this.breakers = breakers;
        this.retries = retries;
    }

    /**
     * @param name the upstream's name in metrics, logs and settings, such as {@code mekari-agent}
     * @param settings its settings
     * @return a client of its own
     */
    public UpstreamClient client(String name, UpstreamProperties.Upstream settings) {
        UpstreamFailures failures = new UpstreamFailures(name, json);
        Bulkhead bulkhead = bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.maxConcurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        UpstreamGuard guard =
                new UpstreamGuard(name, settings.responseTimeout(), bulkhead, breakers, retries, meters, failures);
        return new UpstreamClient(settings, webClient(name, settings), json, guard, failures);
    }

    private WebClient webClient(String name, UpstreamProperties.Upstream settings) {
        ConnectionProvider connections = ConnectionProvider.builder(name)
                .maxConnections(settings.maxConcurrentCalls())
                .pendingAcquireTimeout(settings.connectTimeout())
                .maxIdleTime(IDLE_CONNECTION)
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .responseTimeout(settings.responseTimeout());
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize((int) settings.maxResponseSize().toBytes()))
                .build();
    }
}
