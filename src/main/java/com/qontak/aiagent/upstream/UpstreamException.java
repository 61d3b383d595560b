package com.qontak.aiagent.upstream;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to an upstream failed. Carries which call and how, never the upstream's body, host or what was sent.
 */
public class UpstreamException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final UpstreamCall call;
    private final UpstreamOutcome outcome;

    /**
     * @param call the call that failed
     * @param outcome how it failed
     * @param findings what an upstream found wrong with the input, in public words; empty for other outcomes
     * @param headers response headers that are passed on, such as {@code Retry-After}
     * @param cause what led to it, for the log alone
     */
    public UpstreamException(
            UpstreamCall call,
            UpstreamOutcome outcome,
            List<Finding> findings,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(outcome.problem(), List.of(), findings, headers, cause);
        this.call = call;
        this.outcome = outcome;
    }

    /** @return how the call failed */
    public UpstreamOutcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return call.kind().upstream() + " " + call.word() + ": " + outcome;
    }
}
