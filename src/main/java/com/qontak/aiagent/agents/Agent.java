package com.qontak.aiagent.agents;

import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.time.Instant;

/**
 * An agent as one of its versions has it.
 *
 * @param summary everything but the pack
 * @param createdAt when its first version was saved
 * @param pack its configuration in public words; not necessarily valid by today's rules
 */
public record Agent(AgentSummary summary, Instant createdAt, CapabilityPack pack) {

    /** @return the version this is */
    public long version() {
        return summary.version();
    }
}
