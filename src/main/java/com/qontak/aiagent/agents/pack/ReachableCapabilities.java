package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every capability is the entry, or routing leads to it: from anywhere by a global rule or the fallback, or by the rule
 * of a capability that can be reached itself. Without a usable entry there is nothing to follow, and nothing is said.
 */
final class ReachableCapabilities implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        String entry = pack.entry().text();
        if (entry == null || !pack.capabilityIds().contains(entry)) {
            return;
        }
        Set<String> reached = reached(pack, entry);
        for (Capability capability : pack.capabilities()) {
            if (capability.id() != null && !reached.contains(capability.id())) {
                findings.add(PackFinding.UNREACHABLE_CAPABILITY, capability.place(), capability.id());
            }
        }
    }

    private static Set<String> reached(PackOutline pack, String entry) {
        Map<String, List<String>> from = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        pack.fallback().capabilityId().ifPresent(open::add);
        for (Rule rule : pack.rules()) {
            rule.then().capabilityId().ifPresent(target -> {
                if (rule.global()) {
                    open.add(target);
                } else if (rule.capabilityId() != null) {
                    from.computeIfAbsent(rule.capabilityId(), id -> new ArrayList<>())
                            .add(target);
                }
            });
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.remove();
            if (reached.add(id)) {
                open.addAll(from.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }
}
