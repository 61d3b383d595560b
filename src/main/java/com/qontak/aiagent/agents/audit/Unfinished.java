package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.audit.AuditOutcome;
import com.qontak.aiagent.agents.AgentAction;
import java.time.Duration;
import java.time.Instant;

/** What an event without an outcome is: still at work, or ended unseen. */
final class Unfinished {

    /** Longer than any request may take. */
    static final Duration LONGEST = Duration.ofMinutes(2);
    /** Longer than an upload may take over a slow line. */
    static final Duration LONGEST_UPLOAD = Duration.ofMinutes(15);

    private Unfinished() {}

    static AuditOutcome outcome(String action, Instant at, Instant now) {
        Duration longest = action.equals(AgentAction.ADD_RESOURCE.word()) ? LONGEST_UPLOAD : LONGEST;
        return now.isBefore(at.plus(longest)) ? AuditOutcome.RUNNING : AuditOutcome.UNKNOWN;
    }
}
