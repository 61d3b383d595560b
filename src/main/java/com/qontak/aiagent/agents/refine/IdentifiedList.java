package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items are told apart by an id.
 *
 * @param items by id, in the order of the list
 */
record IdentifiedList(Map<String, ObjectNode> items) {

    /** Far more than a pack may hold. Finding the moves in a list takes time quadratic in its length. */
    private static final int MOST_ITEMS = 1_000;

    /** Empty when it is no list, an item has no id, or two have the same: then it can only be compared as a whole. */
    static Optional<IdentifiedList> of(@Nullable JsonNode list, String idField) {
        if (list == null || !list.isArray() || list.size() > MOST_ITEMS) {
            return Optional.empty();
        }
        Map<String, ObjectNode> items = new LinkedHashMap<>();
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object && object.path(idField).isTextual()) {
                items.put(object.path(idField).textValue(), object);
            }
        }
        return items.size() == list.size() ? Optional.of(new IdentifiedList(items)) : Optional.empty();
    }

    List<String> ids() {
        return List.copyOf(items.keySet());
    }

    /** The item with one of {@link #ids()}. */
    ObjectNode item(String id) {
        return Objects.requireNonNull(items.get(id), id);
    }

    int size() {
        return items.size();
    }
}
