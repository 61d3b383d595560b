package com.qontak.aiagent.upstream;

import com.qontak.aiagent.web.ProblemType;

/**
 * Every way a call to an upstream can fail, and its public answer: the one place that decides it.
 * <p>Transient outcomes may go away when the same call is repeated, and count against the circuit breaker; permanent
 * ones answer the same again.
 */
public enum UpstreamOutcome {
    /** 404: no such object for this tenant. */
    NOT_FOUND(ProblemType.NOT_FOUND, false),
    /** 409: the object is in no state for this call. */
    CONFLICT(ProblemType.CONFLICT, false),
    /** 412: the version named in {@code If-Match} is no longer the current one. */
    VERSION_MOVED_ON(ProblemType.VERSION_MOVED_ON, false),
    /** 422: the input was understood and refused. */
    REJECTED(ProblemType.UPSTREAM_REJECTED, false),
    /** 429: too many calls; the time to wait is passed on, the call is never repeated here. */
    BUSY(ProblemType.TOO_MANY_REQUESTS, false),
    /** 401 or 403: our own credential is wrong, not the caller's. */
    REFUSED(ProblemType.UPSTREAM_REFUSED, false),
    /** Another status that only a broken request of ours or a broken upstream explains. */
    UNEXPECTED_STATUS(ProblemType.UPSTREAM_FAILED, false),
    /** 5xx. */
    FAILED(ProblemType.UPSTREAM_FAILED, true),
    /** A body that is not the JSON the contract promises, or larger than allowed. */
    INVALID_ANSWER(ProblemType.UPSTREAM_FAILED, true),
    /** The connection was refused, or broke before an answer began. */
    UNREACHABLE(ProblemType.UPSTREAM_FAILED, true),
    /** The connection broke in the middle of the answer. */
    BROKEN_OFF(ProblemType.UPSTREAM_FAILED, true),
    /** No complete answer within the response timeout. */
    TIMED_OUT(ProblemType.UPSTREAM_TIMEOUT, true),
    /** The circuit is open, or as many calls as allowed are already waiting: nothing was sent. */
    UNAVAILABLE(ProblemType.UPSTREAM_UNAVAILABLE, false);

    private final ProblemType problem;
    private final boolean transientFailure;

    UpstreamOutcome(ProblemType problem, boolean transientFailure) {
        this.problem = problem;
        this.transientFailure = transientFailure;
    }

    /** @return the kind of problem that is answered */
    public ProblemType problem() {
        return problem;
    }

    /** @return whether repeating the same call may succeed */
    public boolean isTransient() {
        return transientFailure;
    }

    static UpstreamOutcome of(UpstreamCall call, int status) {
        return switch (status) {
            case 401, 403 -> REFUSED;
            case 429 -> BUSY;
            case 404, 409, 412, 422 -> call.isOurOwnQuestion() ? UNEXPECTED_STATUS : aboutTheRequest(status);
            default -> status >= 500 ? FAILED : UNEXPECTED_STATUS;
        };
    }

    private static UpstreamOutcome aboutTheRequest(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 412 -> VERSION_MOVED_ON;
            default -> REJECTED;
        };
    }
}
