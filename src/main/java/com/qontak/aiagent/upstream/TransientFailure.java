package com.qontak.aiagent.upstream;

import com.qontak.aiagent.web.ProblemException;
import java.util.function.Predicate;

/** What a circuit breaker counts: failures of the upstream, not refusals of one input nor failures of our caller. */
public final class TransientFailure implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof UpstreamException known
                ? known.outcome().isTransient()
                : !(failure instanceof ProblemException);
    }
}
