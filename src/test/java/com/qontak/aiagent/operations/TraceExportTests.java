package com.qontak.aiagent.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TraceExportTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    ObservationAutoConfiguration.class,
                    OpenTelemetryAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    OtlpTracingAutoConfiguration.class));

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer collector;

    @BeforeEach
    void startCollector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    @Test
    void withoutAnAddressThereIsNothingThatCouldSend() {
        service.withPropertyValues("management.tracing.sampling.probability=1.0")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanExporter.class));
    }

    @Test
    void sampledSpansReachTheConfiguredCollector() {
        toCollector("1.0").run(context -> {
            finishASpan(context.getBean(Tracer.class));
            context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);

            assertThat(received.poll(10, TimeUnit.SECONDS)).contains("a piece of work", "ai-agent-bff");
        });
    }

    @Test
    void unsampledSpansDoNot() {
        toCollector("0.0").run(context -> {
            finishASpan(context.getBean(Tracer.class));
            context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);

            assertThat(received).isEmpty();
        });
    }

    private ApplicationContextRunner toCollector(String sampling) {
        return service.withPropertyValues(
                "TRACING_SAMPLING_PROBABILITY=" + sampling,
                "management.otlp.tracing.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort() + "/v1/traces");
    }

    private static void finishASpan(Tracer tracer) {
        tracer.nextSpan().name("a piece of work").start().end();
    }
}
