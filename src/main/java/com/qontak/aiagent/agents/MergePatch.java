package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * JSON Merge Patch (RFC 7396): an object is merged field by field, null removes a field, and anything else, a list
 * included, takes the place of what was there.
 */
final class MergePatch {

    private MergePatch() {}

    /**
     * @param target what to change; left unchanged, null when there is nothing yet
     * @param patch the change; left unchanged
     * @return the result: a new tree that shares what did not change
     */
    static JsonNode apply(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (target instanceof ObjectNode fields) {
            result.setAll(fields);
        }
        changes.properties().forEach(change -> {
            String field = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(field);
            } else {
                result.set(field, apply(result.get(field), change.getValue()));
            }
        });
        return result;
    }
}
