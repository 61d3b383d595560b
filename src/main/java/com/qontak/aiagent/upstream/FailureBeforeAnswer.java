package com.qontak.aiagent.upstream;

import java.util.function.Predicate;

/** Failures after which a creating call with an idempotency key is sent once more: no answer had begun. */
public final class FailureBeforeAnswer implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof UpstreamException known && known.outcome() == UpstreamOutcome.UNREACHABLE;
    }
}
