package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qontak.aiagent.web.Pointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and where it stands. Reading never fails: a field that is missing, or that is looked for in something other
 * than an object, is a place with a {@link MissingNode}.
 * <p>The pointer is put together only when a finding needs it, which it rarely does.
 *
 * @param parent where this place is inside of; null at the root
 * @param token the field's name or the item's index; at the root, the pointer of the root
 * @param node the value
 */
record Place(@Nullable Place parent, String token, JsonNode node) {

    static Place root(String pointer, JsonNode node) {
        return new Place(null, pointer, node);
    }

    Place at(String field) {
        return new Place(this, field, node.isObject() ? node.path(field) : MissingNode.getInstance());
    }

    /** The items of a list that are objects; none when the field is no list. */
    List<Place> objects(String field) {
        List<Place> items = items(field);
        boolean objectsOnly = items.stream().allMatch(item -> item.node.isObject());
        return objectsOnly
                ? items
                : items.stream().filter(item -> item.node.isObject()).toList();
    }

    /** The items of a list; none when the field is no list. */
    List<Place> items(String field) {
        Place list = at(field);
        if (!list.node.isArray()) {
            return List.of();
        }
        List<Place> items = new ArrayList<>(list.node.size());
        for (JsonNode item : list.node) {
            items.add(new Place(list, Integer.toString(items.size()), item));
        }
        return items;
    }

    /** The text that stands here, or null when it is no text. */
    @Nullable
    String text() {
        return node.textValue();
    }

    /** The text of a field, or null when it is no text. */
    @Nullable
    String text(String field) {
        return at(field).text();
    }

    /** The RFC 6901 pointer of this place. */
    String pointer() {
        Deque<String> tokens = new ArrayDeque<>();
        Place place = this;
        while (place.parent != null) {
            tokens.push(Pointers.escape(place.token));
            place = place.parent;
        }
        StringBuilder pointer = new StringBuilder(place.token);
        tokens.forEach(token -> pointer.append('/').append(token));
        return pointer.toString();
    }
}
