package com.qontak.aiagent.upstream;

import java.util.function.Predicate;

/**
 * Failures after which a call that only reads is sent once more. A timeout is not among them: the caller has waited
 * long enough.
 */
public final class RepeatableFailure implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof UpstreamException known
                && switch (known.outcome()) {
                    case UNREACHABLE, BROKEN_OFF, FAILED -> true;
                    default -> false;
                };
    }
}
