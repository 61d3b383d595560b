package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.audit.AuditOutcome;
import com.qontak.aiagent.agents.AgentAction;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an event without an outcome is: still at work, or ended unseen. */
@Component
final class Unfinished {

    /** Longer than any request may take, but for those below. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Longer than an upload may take over a slow line. */
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(15);
    /** To write down how a preview ended that took all its time. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Duration longestPreview;

    /** @param previewTimeLimit how long a streamed preview may take */
    Unfinished(@Value("${agents.preview.time-limit}") Duration previewTimeLimit) {
        Duration most = previewTimeLimit.plus(MARGIN);
        this.longestPreview = most.compareTo(LONGEST) > 0 ? most : LONGEST;
    }

    AuditOutcome outcome(String action, Instant at, Instant now) {
        return now.isBefore(at.plus(longest(action))) ? AuditOutcome.RUNNING : AuditOutcome.UNKNOWN;
    }

    /** @return how long an action may be without an outcome before that is unknown */
    Duration longest(String action) {
        if (action.equals(AgentAction.ADD_RESOURCE.word())) {
            return LONGEST_UPLOAD;
        }
        return action.equals(AgentAction.PREVIEW.word()) ? longestPreview : LONGEST;
    }
}
