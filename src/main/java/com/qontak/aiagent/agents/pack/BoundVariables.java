package com.qontak.aiagent.agents.pack;

import java.util.HashSet;
import java.util.Set;

/**
 * Every {@code {{name}}} in a text is collected by a checkpoint, of whichever capability: values stay known when a
 * conversation moves on.
 */
final class BoundVariables implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        Set<String> collected = collected(pack);
        PackTexts.forEach(pack.pack(), text -> {
            for (String name : PackTexts.variables(text.node().textValue())) {
                if (!collected.contains(name)) {
                    findings.add(PackFinding.UNBOUND_VARIABLE, text, name);
                }
            }
        });
    }

    private static Set<String> collected(PackOutline pack) {
        Set<String> names = new HashSet<>();
        pack.capabilities().forEach(capability -> names.addAll(capability.collected()));
        return names;
    }
}
