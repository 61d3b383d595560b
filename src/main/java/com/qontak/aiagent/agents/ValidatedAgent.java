package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.Finding;
import java.util.List;

/**
 * An agent with what is to be said of its pack.
 *
 * @param agent the agent
 * @param findings what validation finds in its pack; pointers begin with {@code /capability_pack}
 */
record ValidatedAgent(Agent agent, List<Finding> findings) {

    ValidatedAgent {
        findings = List.copyOf(findings);
    }
}
