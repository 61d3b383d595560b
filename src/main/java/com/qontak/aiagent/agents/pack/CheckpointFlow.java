package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import com.qontak.aiagent.agents.pack.PackOutline.Rule;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every checkpoint can be reached from the first one of its capability, and every loop can be left: by a step that ends
 * the capability, by its handover, or by a rule that holds in it and leads elsewhere. The fallback is no way out, for it
 * only decides where no condition holds.
 */
final class CheckpointFlow implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        for (Capability capability : pack.capabilities()) {
            unreachable(capability, new CheckpointGraph(capability), findings);
        }
        WaysOut waysOut = WaysOut.of(pack);
        for (Capability capability : pack.capabilities()) {
            if (!waysOut.leadOutOf(capability)) {
                endless(capability, new CheckpointGraph(capability), findings);
            }
        }
    }

    private static void unreachable(Capability capability, CheckpointGraph graph, Findings findings) {
        BitSet reachable = graph.reachable();
        for (int index = 0; index < graph.size(); index++) {
            if (!reachable.get(index)) {
                add(PackFinding.UNREACHABLE_CHECKPOINT, capability.checkpoints().get(index), findings);
            }
        }
    }

    private static void endless(Capability capability, CheckpointGraph graph, Findings findings) {
        BitSet endless = new BitSet();
        endless.set(0, graph.size());
        endless.andNot(graph.ending());
        for (int index : graph.loops(endless)) {
            add(PackFinding.ENDLESS_LOOP, capability.checkpoints().get(index), findings);
        }
    }

    private static void add(PackFinding finding, Checkpoint checkpoint, Findings findings) {
        if (checkpoint.id() != null) {
            findings.add(finding, checkpoint.place(), checkpoint.id());
        }
    }

    /**
     * What leads out of a capability from wherever it stands.
     *
     * @param always whether a global rule ends the conversation or hands it over
     * @param elsewhere the capabilities that global rules lead to
     * @param left the capabilities that have a rule of their own leading elsewhere
     */
    private record WaysOut(boolean always, Set<String> elsewhere, Set<String> left) {

        private static WaysOut of(PackOutline pack) {
            boolean always = false;
            Set<String> elsewhere = new HashSet<>();
            Set<String> left = new HashSet<>();
            for (Rule rule : pack.rules()) {
                Optional<String> target = rule.then().capabilityId();
                if (rule.global()) {
                    always |= target.isEmpty();
                    target.ifPresent(elsewhere::add);
                } else if (rule.capabilityId() != null && !target.equals(Optional.of(rule.capabilityId()))) {
                    left.add(rule.capabilityId());
                }
            }
            return new WaysOut(always, elsewhere, left);
        }

        private boolean leadOutOf(Capability capability) {
            int toItself = elsewhere.contains(capability.id()) ? 1 : 0;
            return always || capability.handsOver() || left.contains(capability.id()) || elsewhere.size() > toItself;
        }
    }
}
