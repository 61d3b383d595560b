package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The actions an agent can take, in their three groups, as {@code actions.json} lists them. */
final class ActionCatalogue {

    private final List<ObjectNode> actions = Json.resource("actions.json", new TypeReference<>() {});

    /** @return every action, in the order of the groups */
    List<ObjectNode> all() {
        return List.copyOf(actions);
    }

    Optional<ObjectNode> find(String actionId) {
        return actions.stream()
                .filter(action -> action.path("action_id").asText().equals(actionId))
                .findFirst();
    }
}
