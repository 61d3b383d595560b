package com.qontak.aiagent.agents.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The actions a checkpoint may use.
 *
 * @param requiredInputs for each action's id, the names of the inputs it cannot do without; possibly none
 */
public record KnownActions(Map<String, Set<String>> requiredInputs) {

    /** Those of these actions that there are. */
    KnownActions only(Set<String> actionIds) {
        Map<String, Set<String>> known = new HashMap<>();
        for (String actionId : actionIds) {
            Set<String> required = requiredInputs.get(actionId);
            if (required != null) {
                known.put(actionId, required);
            }
        }
        return new KnownActions(known);
    }

    /** Copies the map, so that the catalogue never changes under a validation. */
    public KnownActions {
        requiredInputs = requiredInputs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }
}
