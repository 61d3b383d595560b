package com.qontak.aiagent.agents.actions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something an agent can do in another system.
 *
 * @param actionId what a checkpoint names it by
 * @param group whose product it works on
 * @param name its name, as people read it
 * @param description what it does
 * @param inputs JSON Schema of what it is given; not ours, and answered as it is
 * @param auth how it proves that it may
 * @param state whether the organization can use it now
 */
public record Action(
        String actionId,
        ActionGroup group,
        String name,
        String description,
        ObjectNode inputs,
        ActionAuth auth,
        ActionState state) {

    Set<String> requiredInputs() {
        return inputs.path("required")
                .valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toUnmodifiableSet());
    }
}
