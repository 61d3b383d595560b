package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import java.util.Set;

/** Every action is in the catalogue, and is given what it needs. */
record UsableActions(KnownActions known) implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        for (Capability capability : pack.capabilities()) {
            for (Checkpoint checkpoint : capability.checkpoints()) {
                checkpoint.place().objects("actions").forEach(action -> check(action, findings));
            }
        }
    }

    private void check(Place action, Findings findings) {
        Place id = action.at("action_id");
        String text = id.text();
        if (text == null) {
            return;
        }
        Set<String> required = known.requiredInputs().get(text);
        if (required == null) {
            findings.add(PackFinding.UNKNOWN_ACTION, id, text);
            return;
        }
        for (String name : required.stream().sorted().toList()) {
            Place input = action.at("inputs").at(name);
            if (isNothing(input.node())) {
                findings.add(PackFinding.MISSING_ACTION_INPUT, input, name, text);
            }
        }
    }

    private static boolean isNothing(JsonNode input) {
        return input.isMissingNode()
                || input.isNull()
                || (input.isTextual() && input.textValue().isBlank());
    }
}
