package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Every {@code {{name}}} in a text is collected by a checkpoint, of whichever capability: values stay known when a
 * conversation moves on. Texts in fields this service does not know are left alone, as is what they mean.
 */
final class BoundVariables implements PackRule {

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

    @Override
    public void check(PackOutline pack, Findings findings) {
        Set<String> collected = collected(pack);
        Queue<Part> open = new ArrayDeque<>(List.of(new Part(pack.pack(), false)));
        while (!open.isEmpty()) {
            Part part = open.remove();
            if (part.place.node().isTextual()) {
                check(part.place, collected, findings);
            } else {
                open.addAll(part.inside());
            }
        }
    }

    private static Set<String> collected(PackOutline pack) {
        Set<String> names = new HashSet<>();
        for (Capability capability : pack.capabilities()) {
            for (Checkpoint checkpoint : capability.checkpoints()) {
                for (Place value : checkpoint.place().objects("collect")) {
                    String name = value.text("name");
                    if (name != null) {
                        names.add(name.strip());
                    }
                }
            }
        }
        return names;
    }

    private static void check(Place place, Set<String> collected, Findings findings) {
        for (String name : variables(place.node().textValue())) {
            if (!collected.contains(name)) {
                findings.add(PackFinding.UNBOUND_VARIABLE, place, name);
            }
        }
    }

    /** What stands between double braces, without the blanks around it; each name once, in order. */
    static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        int open = text.indexOf("{{");
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

        private List<Part> inside() {
            List<Part> inside = new ArrayList<>(place.node().size());
            if (place.node().isArray()) {
                for (JsonNode item : place.node()) {
                    inside.add(new Part(new Place(place, Integer.toString(inside.size()), item), input));
                }
            }
            for (Map.Entry<String, JsonNode> field : place.node().properties()) {
                String name = field.getKey();
                if (input || FIELDS.contains(name)) {
                    inside.add(new Part(new Place(place, name, field.getValue()), input || name.equals("inputs")));
                }
            }
            return inside;
        }
    }
}
