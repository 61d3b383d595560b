package com.qontak.aiagent.agents.versions;

import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.refine.Change;
import com.qontak.aiagent.agents.refine.PackDifference;
import java.util.List;

/**
 * What changed from one version of an agent to another; either may be the newer one.
 *
 * @param from the version it starts from
 * @param to the version it leads to
 * @param changes what leads from the pack of the one to that of the other; empty when they are equal
 */
record VersionDifference(Agent from, Agent to, List<Change> changes) {

    VersionDifference {
        changes = List.copyOf(changes);
    }

    static VersionDifference between(Agent from, Agent to) {
        return new VersionDifference(
                from, to, PackDifference.between(from.pack().tree(), to.pack().tree()));
    }

    boolean renamed() {
        return !from.summary().name().equals(to.summary().name());
    }
}
