package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the rest of a pack goes by in a capability. One that takes another's place with the same bonds changes nothing
 * of what there is to say of the rest.
 *
 * @param id null when it cannot be read
 * @param handsOver whether it has a handover of its own
 * @param collected the names of the values it collects, without the blanks around them
 * @param usesActions whether it uses the action catalogue
 */
public record CapabilityBonds(@Nullable String id, boolean handsOver, Set<String> collected, boolean usesActions) {

    /** Copies the names, so that they never change. */
    public CapabilityBonds {
        collected = Set.copyOf(collected);
    }

    /**
     * @param pack a pack whose capabilities are all objects
     * @return those of each capability, in the order of the pack
     */
    public static List<CapabilityBonds> of(CapabilityPack pack) {
        return pack.outline("").capabilities().stream().map(CapabilityBonds::of).toList();
    }

    /**
     * @param capability a capability in public words
     * @return its bonds
     */
    public static CapabilityBonds of(ObjectNode capability) {
        return of(Capability.of(Place.root("", capability)));
    }

    private static CapabilityBonds of(Capability capability) {
        return new CapabilityBonds(
                capability.id(),
                capability.handsOver(),
                capability.collected(),
                PackChecks.usesActions(capability.place().node()));
    }
}
