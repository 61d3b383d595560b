package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the part of a pack that a change is about, by ids rather than by indexes. */
final class PackParts {

    private PackParts() {}

    /** The object whose field a change is about. */
    static ObjectNode ownerOfField(Change change, List<String> tokens, ObjectNode pack) {
        boolean inSection =
                !tokens.isEmpty() && tokens.get(0).equals(change.section().field());
        if (tokens.size() == 1) {
            return pack;
        }
        if (tokens.size() == 2 && inSection) {
            return section(change, pack);
        }
        if (tokens.size() == 3 && inSection) {
            return capability(change, pack);
        }
        throw new ChangeDoesNotApply(change);
    }

    /** The profile or the routing. */
    static ObjectNode section(Change change, ObjectNode pack) {
        return object(pack.get(change.section().field()), change);
    }

    /** The capability a change belongs to. */
    static ObjectNode capability(Change change, ObjectNode pack) {
        for (JsonNode capability : pack.path("capabilities")) {
            JsonNode id = capability.path("capability_id");
            if (id.isTextual() && id.textValue().equals(change.capabilityId())) {
                return object(capability, change);
            }
        }
        throw new ChangeDoesNotApply(change);
    }

    private static ObjectNode object(@Nullable JsonNode part, Change change) {
        if (part instanceof ObjectNode object) {
            return object;
        }
        throw new ChangeDoesNotApply(change);
    }
}
