package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The texts of a pack, and the variables they use as {@code {{name}}}. Texts in fields this service does not know are
 * left alone, as is what braces mean in them.
 */
public final class PackTexts {

    private static final Set<String> FIELDS = Set.of(
            "profile",
            "name",
            "role",
            "tone",
            "instructions",
            "greeting",
            "guardrails",
            "capabilities",
            "description",
            "when_to_use",
            "checkpoints",
            "collect",
            "actions",
            "inputs",
            "next",
            "handover",
            "when",
            "message",
            "routing",
            "rules");

    private PackTexts() {}

    /**
     * @param field the name of a field anywhere in a pack
     * @param value its value, or one item of it
     * @return the names of the variables used in it; each once, none when the field holds no text
     */
    public static Set<String> variables(String field, JsonNode value) {
        Set<String> names = new LinkedHashSet<>();
        if (FIELDS.contains(field)) {
            forEach(
                    Place.root("", value),
                    text -> names.addAll(variables(text.node().textValue())));
        }
        return names;
    }

    /** Every known text in a part of a pack, nearest first. */
    static void forEach(Place part, Consumer<Place> action) {
        Queue<Part> open = new ArrayDeque<>(List.of(new Part(part, false)));
        while (!open.isEmpty()) {
            Part next = open.remove();
            if (next.place.node().isTextual()) {
                action.accept(next.place);
            } else {
                next.addInside(open);
            }
        }
    }

    /** What stands between double braces, without the blanks around it; each name once, in order. */
    static Set<String> variables(String text) {
        int open = text.indexOf("{{");
        if (open < 0) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        while (open >= 0) {
            int close = text.indexOf("}}", open + 2);
            if (close < 0) {
                break;
            }
            String inside = text.substring(open + 2, close);
            String name = inside.substring(inside.lastIndexOf('{') + 1).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
            open = text.indexOf("{{", close + 2);
        }
        return names;
    }

    /** @param input whether it is part of an action's inputs, whose names are the action's own and all known */
    private record Part(Place place, boolean input) {

        private void addInside(Queue<Part> open) {
            int index = 0;
            if (place.node().isArray()) {
                for (JsonNode item : place.node()) {
                    open.add(new Part(new Place(place, Integer.toString(index++), item), input));
                }
            }
            for (Map.Entry<String, JsonNode> field : place.node().properties()) {
                String name = field.getKey();
                if (input || FIELDS.contains(name)) {
                    open.add(new Part(new Place(place, name, field.getValue()), input || name.equals("inputs")));
                }
            }
        }
    }
}
