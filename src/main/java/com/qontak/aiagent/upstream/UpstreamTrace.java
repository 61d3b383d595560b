package com.qontak.aiagent.upstream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.util.context.ContextView;

/** Lets the trace of a request go on in the upstream: a span for each call, and its context in W3C headers. */
@Component
final class UpstreamTrace {

    private final Tracer tracer;
    private final Propagator propagator;

    UpstreamTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    /**
     * @param call what is called
     * @param context the subscriber's, in which the request that is answered is found
     * @return a span that has begun; whoever asks for it ends it
     */
    Span begin(UpstreamCall call, ContextView context) {
        Span parent = parent(context);
        Span.Builder span = tracer.spanBuilder()
                .name(call.word())
                .kind(Span.Kind.CLIENT)
                .remoteServiceName(call.kind().upstream());
        return (parent == null ? span.setNoParent() : span.setParent(parent.context())).start();
    }

    <C> void write(Span span, C headers, Propagator.Setter<C> setter) {
        propagator.inject(span.context(), headers, setter);
    }

    private static @Nullable Span parent(ContextView context) {
        Observation request = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        TracingContext trace = request == null ? null : request.getContextView().get(TracingContext.class);
        return trace == null ? null : trace.getSpan();
    }
}
