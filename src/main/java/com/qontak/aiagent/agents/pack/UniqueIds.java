package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids are used once: capabilities and rules in a pack, checkpoints in a capability, collected values in a checkpoint. */
final class UniqueIds implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        unique(pack.pack().objects("capabilities"), "capability_id", PackFinding.DUPLICATE_ID, findings);
        unique(pack.routing().objects("rules"), "rule_id", PackFinding.DUPLICATE_ID, findings);
        for (Capability capability : pack.capabilities()) {
            unique(capability.place().objects("checkpoints"), "checkpoint_id", PackFinding.DUPLICATE_ID, findings);
            for (Checkpoint checkpoint : capability.checkpoints()) {
                unique(checkpoint.place().objects("collect"), "name", PackFinding.DUPLICATE_VALUE, findings);
            }
        }
    }

    private static void unique(List<Place> items, String field, PackFinding finding, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Place item : items) {
            Place id = item.at(field);
            String text = id.text();
            if (text != null && !seen.add(text)) {
                findings.add(finding, id, text);
            }
        }
    }
}
