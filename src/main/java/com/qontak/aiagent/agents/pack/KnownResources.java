package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import java.util.Set;

/** Every resource a capability looks things up in is one of the agent's. */
record KnownResources(Set<String> ids) implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        for (Capability capability : pack.capabilities()) {
            for (Place id : capability.place().items("resource_ids")) {
                String text = id.text();
                if (text != null && !ids.contains(text)) {
                    findings.add(PackFinding.UNKNOWN_RESOURCE, id, text);
                }
            }
        }
    }
}
