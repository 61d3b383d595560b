package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.util.context.Context;

class UpstreamTraceTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ObservationAutoConfiguration.class,
                    OpenTelemetryAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class))
            .withBean(UpstreamTrace.class);

    @Test
    void callIsAChildOfTheRequestThatIsAnswered() {
        sampled("1.0").run(context -> {
            Observation request = Observation.start("request", context.getBean(ObservationRegistry.class));
            TracingContext trace = request.getContextView().getRequired(TracingContext.class);
            TraceContext parent = trace.getSpan().context();

            Span span = context.getBean(UpstreamTrace.class)
                    .begin(UpstreamCall.GET_AGENT, Context.of(ObservationThreadLocalAccessor.KEY, request));

            assertThat(span.context().traceId()).isEqualTo(parent.traceId());
            assertThat(span.context().parentId()).isEqualTo(parent.spanId());
            span.end();
            request.stop();
        });
    }

    @Test
    void callOfNoRequestBeginsATrace() {
        sampled("0.0").run(context -> {
            UpstreamTrace trace = context.getBean(UpstreamTrace.class);
            Map<String, String> headers = new HashMap<>();

            Span span = trace.begin(UpstreamCall.GET_AGENT, Context.empty());
            trace.write(span, headers, Map::put);

            assertThat(headers)
                    .containsEntry(
                            "traceparent",
                            "00-" + span.context().traceId() + "-"
                                    + span.context().spanId() + "-00");
            span.end();
        });
    }

    private ApplicationContextRunner sampled(String probability) {
        return service.withPropertyValues("management.tracing.sampling.probability=" + probability);
    }
}
