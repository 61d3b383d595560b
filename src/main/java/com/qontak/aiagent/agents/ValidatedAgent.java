package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.Finding;
import java.util.List;

/**
 * An agent with what is to be said of its pack.
 *
 * @param agent the agent
 * @param findings what validation finds in its pack; pointers begin with {@code /capability_pack}
 */
public record ValidatedAgent(Agent agent, List<Finding> findings) {

    /** Copies the findings, so that an answer never changes. */
    public ValidatedAgent {
        findings = List.copyOf(findings);
    }
}
