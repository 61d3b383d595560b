package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;

/** Something leads to a person: a capability's handover, a rule or the fallback. */
final class Handovers implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        boolean reachesPerson = pack.fallback().handsOver()
                || pack.rules().stream().anyMatch(rule -> rule.then().handsOver())
                || pack.capabilities().stream().anyMatch(Capability::handsOver);
        if (!reachesPerson && pack.routing().node().isObject()) {
            findings.add(PackFinding.NO_HANDOVER, pack.routing());
        }
    }
}
