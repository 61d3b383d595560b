package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import com.qontak.aiagent.agents.pack.PackOutline.Rule;
import java.util.Set;

/** Whatever routing and next steps name is there. */
final class KnownReferences implements PackRule {

    static final String DONE = "done";

    @Override
    public void check(PackOutline pack, Findings findings) {
        if (pack.listsCapabilities()) {
            Set<String> ids = pack.capabilityIds();
            known(pack.entry(), ids, findings);
            for (Rule rule : pack.rules()) {
                if (rule.capabilityId() != null) {
                    known(rule.place().at("capability_id"), ids, findings);
                }
                rule.then().capability().ifPresent(id -> known(id, ids, findings));
            }
            pack.fallback().capability().ifPresent(id -> known(id, ids, findings));
        }
        pack.capabilities().forEach(capability -> checkpoints(capability, findings));
    }

    private static void known(Place id, Set<String> ids, Findings findings) {
        String text = id.text();
        if (text != null && !ids.contains(text)) {
            findings.add(PackFinding.UNKNOWN_CAPABILITY, id, text);
        }
    }

    private static void checkpoints(Capability capability, Findings findings) {
        Set<String> ids = capability.checkpointsById().keySet();
        for (Checkpoint checkpoint : capability.checkpoints()) {
            for (Place next : checkpoint.next()) {
                Place goTo = next.at("go_to");
                String text = goTo.text();
                if (text != null && !text.equals(DONE) && !ids.contains(text)) {
                    findings.add(PackFinding.UNKNOWN_CHECKPOINT, goTo, text);
                }
            }
        }
    }
}
