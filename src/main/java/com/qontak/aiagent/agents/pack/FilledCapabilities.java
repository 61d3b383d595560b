package com.qontak.aiagent.agents.pack;

/** There is a capability, and each has a checkpoint. */
final class FilledCapabilities implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        if (pack.listsCapabilities() && pack.pack().at("capabilities").node().isEmpty()) {
            findings.add(PackFinding.NO_CAPABILITIES, pack.pack().at("capabilities"));
        }
        pack.capabilities().stream()
                .filter(capability ->
                        capability.place().at("checkpoints").node().isEmpty())
                .forEach(capability -> findings.add(PackFinding.EMPTY_CAPABILITY, capability.place()));
    }
}
