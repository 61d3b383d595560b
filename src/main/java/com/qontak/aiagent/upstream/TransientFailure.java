package com.qontak.aiagent.upstream;

import java.util.function.Predicate;

/** What a circuit breaker counts: failures of the upstream, not refusals of one input. */
public final class TransientFailure implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return !(failure instanceof UpstreamException known) || known.outcome().isTransient();
    }
}
