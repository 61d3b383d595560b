package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * An agent's configuration, in public words. It stays a tree on purpose: what an upstream adds to it must survive a
 * read, a change and a write, though this service does not know it.
 * <p>A pack is never changed. Whoever makes one hands its tree over for good, and whoever wants to change one works on a
 * {@link #copy()}.
 *
 * @param tree the pack as JSON, in the words of {@code capability-pack.schema.json}; not necessarily valid
 */
public record CapabilityPack(ObjectNode tree) {

    /** @return a tree of its own, equal to this pack and free to be changed */
    public ObjectNode copy() {
        return tree.deepCopy();
    }

    /** @return the id of every capability that has a readable one, in no order */
    public Set<String> capabilityIds() {
        return outline("").capabilityIds();
    }

    /**
     * @param pointer RFC 6901 pointer to where this pack stands in the request body; empty for the body itself
     * @return what of this pack can be read, each part with its place
     */
    PackOutline outline(String pointer) {
        return PackOutline.of(Place.root(pointer, tree));
    }
}
