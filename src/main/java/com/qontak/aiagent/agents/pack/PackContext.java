package com.qontak.aiagent.agents.pack;

import java.util.Optional;
import java.util.Set;

/**
 * What a pack is validated against.
 *
 * @param pointer RFC 6901 pointer to where the pack stands in the request body; empty for the body itself
 * @param section the only section to report on, besides the pack as a whole; empty for all of it
 * @param actions the actions there are; empty when they are not known, and then none is missed
 * @param resourceIds the resources of the agent; empty when there is no agent yet, and then none is missed
 */
public record PackContext(
        String pointer,
        Optional<PackSection> section,
        Optional<KnownActions> actions,
        Optional<Set<String>> resourceIds) {

    /** Copies the ids, so that they never change under a validation. */
    public PackContext {
        resourceIds = resourceIds.map(Set::copyOf);
    }

    /**
     * @param pointer RFC 6901 pointer to where the pack stands, such as {@code /capability_pack}
     * @return a context in which neither actions nor resources are known
     */
    public static PackContext at(String pointer) {
        return new PackContext(pointer, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param section the only section to report on
     * @return this context for that section
     */
    public PackContext only(PackSection section) {
        return new PackContext(pointer, Optional.of(section), actions, resourceIds);
    }

    /**
     * @param actions the actions there are
     * @return this context with them
     */
    public PackContext withActions(KnownActions actions) {
        return new PackContext(pointer, section, Optional.of(actions), resourceIds);
    }

    /**
     * @param actionIds the actions that a pack names, and maybe others
     * @return this context without what that pack does not name: all the same for it, and small
     */
    public PackContext onlyActions(Set<String> actionIds) {
        return actions.isEmpty()
                ? this
                : new PackContext(pointer, section, actions.map(known -> known.only(actionIds)), resourceIds);
    }

    /**
     * @param resourceIds the resources of the agent, possibly none
     * @return this context with them
     */
    public PackContext withResourceIds(Set<String> resourceIds) {
        return new PackContext(pointer, section, actions, Optional.of(resourceIds));
    }
}
