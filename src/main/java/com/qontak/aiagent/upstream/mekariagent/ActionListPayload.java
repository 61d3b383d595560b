package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.actions.Action;
import com.qontak.aiagent.agents.actions.ActionAuth;
import com.qontak.aiagent.agents.actions.ActionGroup;
import com.qontak.aiagent.agents.actions.ActionState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of the action catalogue.
 *
 * @param actions in the catalogue's order
 * @param total actions on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ActionListPayload(List<ActionPayload> actions, long total) {

    /** An action as {@code mekari-agent} answers it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ActionPayload(
            @Nullable String actionId,
            @Nullable String group,
            @Nullable String name,
            @Nullable String description,
            @Nullable ObjectNode inputs,
            @Nullable String auth,
            @Nullable String state) {

        /** @throws RuntimeException if it has no id */
        Action toAction() {
            String id = Objects.requireNonNull(actionId);
            return new Action(
                    id,
                    ActionGroup.ofWord(Objects.requireNonNullElse(group, "")),
                    Objects.requireNonNullElse(name, id),
                    Objects.requireNonNullElse(description, ""),
                    inputs == null ? JsonNodeFactory.instance.objectNode() : inputs,
                    ActionAuth.ofWord(Objects.requireNonNullElse(auth, "")),
                    ActionState.ofWord(Objects.requireNonNullElse(state, "")));
        }
    }
}
