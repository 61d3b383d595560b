package com.qontak.aiagent.upstream;

import com.qontak.aiagent.startup.RefusedToStart;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;

/**
 * What one kind of call is held to.
 *
 * @param time knows the response timeout: for a complete answer, repeats included; for the first event of a streamed
 *     answer; for the answer to an upload once that is sent
 * @param bulkhead the calls that may be under way at once
 * @param breaker when the kind of call is given a rest
 * @param retry how often, and after which failures, a call that may be repeated is repeated
 */
record CallLimits(TimeLimiter time, Bulkhead bulkhead, CircuitBreaker breaker, Retry retry) {

    /** @throws RefusedToStart if a limit would let no call through, or make a thread wait */
    CallLimits {
        if (timeout(time).isZero()) {
            throw new RefusedToStart(
                    setting("timelimiter", time.getName(), "timeout-duration") + " must not be 0", null);
        }
        if (!bulkhead.getBulkheadConfig().getMaxWaitDuration().isZero()) {
            throw new RefusedToStart(
                    setting("bulkhead", bulkhead.getName(), "max-wait-duration") + " must be 0: no thread may wait",
                    null);
        }
    }

    Duration timeout() {
        return timeout(time);
    }

    private static Duration timeout(TimeLimiter time) {
        return time.getTimeLimiterConfig().getTimeoutDuration();
    }

    private static String setting(String part, String instance, String name) {
        return "resilience4j." + part + ".instances." + instance + "." + name;
    }
}
