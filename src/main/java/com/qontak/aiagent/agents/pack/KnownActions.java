package com.qontak.aiagent.agents.pack;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The actions a checkpoint may use.
 *
 * @param requiredInputs for each action's id, the names of the inputs it cannot do without; possibly none
 */
public record KnownActions(Map<String, Set<String>> requiredInputs) {

    /** Copies the map, so that the catalogue never changes under a validation. */
    public KnownActions {
        requiredInputs = requiredInputs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }
}
