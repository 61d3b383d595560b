package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Edits a pack by chance, the way people and models do. The result need not be valid. */
public final class PackEdits {

    private static final String SHARED = "shared value";

    private final Random random;
    private final PackGenerator generator;

    public PackEdits(Random random) {
        this.random = random;
        this.generator = new PackGenerator(random);
    }

    /** A pack to begin with, which need not be valid. */
    public ObjectNode original() {
        return random.nextBoolean() ? generator.pack(1) : edited(generator.pack(1));
    }

    /** A copy in which at most one capability is another. */
    public ObjectNode editedInOneCapability(ObjectNode original) {
        ObjectNode pack = original.deepCopy();
        JsonNode others = edited(original).get("capabilities");
        ArrayNode capabilities = (ArrayNode) pack.get("capabilities");
        if (!capabilities.isEmpty()) {
            int place = random.nextInt(capabilities.size());
            ObjectNode capability = (ObjectNode) capabilities.get(place);
            switch (random.nextInt(4)) {
                case 0 -> capabilities.set(place, place < others.size() ? others.get(place) : capability);
                case 1 -> capability.set("x_note", generator.json(2));
                case 2 -> capability.put("when_to_use", generator.text() + "{{" + anyValue(pack) + "}}");
                default -> capability.put("name", "N" + generator.text());
            }
        }
        return pack;
    }

    private String anyValue(ObjectNode pack) {
        List<String> names = new ArrayList<>(List.of(SHARED));
        pack.findValues("collect").forEach(collected -> names.addAll(collected.findValuesAsText("name")));
        return generator.oneOf(names);
    }

    /** Up to six edits of a copy. */
    public ObjectNode edited(ObjectNode original) {
        ObjectNode pack = original.deepCopy();
        for (int times = random.nextInt(7); times > 0; times--) {
            edit(pack, generator.pack(1));
        }
        return pack;
    }

    /** A copy in which all lists whose items have ids are in another order. */
    public ObjectNode reordered(ObjectNode original) {
        ObjectNode pack = original.deepCopy();
        lists(pack).forEach(this::shuffle);
        return pack;
    }

    private void edit(ObjectNode pack, ObjectNode other) {
        ObjectNode place = generator.oneOf(objects(pack));
        ArrayNode list = generator.oneOf(lists(pack));
        ObjectNode profile = (ObjectNode) pack.get("profile");
        switch (random.nextInt(14)) {
            case 0 -> shuffle(list);
            case 1 -> profile.put("greeting", generator.text() + "{{" + SHARED + "}}");
            case 2 -> profile.remove(generator.oneOf(List.of("greeting", "tone", "language")));
            case 3 -> place.set("x_note", generator.json(2));
            case 4 -> place.remove("x_note");
            case 5 -> removeAny(list);
            case 6 -> insert((ArrayNode) pack.get("capabilities"), other.at("/capabilities/0"));
            case 7 -> insert((ArrayNode) pack.at("/routing/rules"), other.at("/routing/rules/0"));
            case 8 -> insert(list, other.at("/capabilities/0/checkpoints/0"));
            case 9 -> swapPriorities((ArrayNode) pack.at("/routing/rules"));
            case 10 -> rename(pack, "c_" + random.nextInt(2), "renamed_" + random.nextInt(100));
            case 11 -> collect(generator.oneOf(objects(pack)));
            case 12 -> place.remove("collect");
            default -> removeAny((ArrayNode) pack.get("capabilities"));
        }
    }

    /** The lists whose items have ids. */
    private static List<ArrayNode> lists(ObjectNode pack) {
        List<ArrayNode> lists = new ArrayList<>();
        lists.add((ArrayNode) pack.get("capabilities"));
        lists.add((ArrayNode) pack.at("/routing/rules"));
        pack.get("capabilities").forEach(capability -> {
            if (capability.path("checkpoints") instanceof ArrayNode checkpoints) {
                lists.add(checkpoints);
            }
        });
        return lists;
    }

    private static List<ObjectNode> objects(ObjectNode pack) {
        List<ObjectNode> objects = new ArrayList<>(List.of(pack, (ObjectNode) pack.get("profile")));
        objects.add((ObjectNode) pack.get("routing"));
        lists(pack).forEach(list -> list.forEach(item -> objects.add((ObjectNode) item)));
        return objects;
    }

    private void shuffle(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        Collections.shuffle(items, random);
        list.removeAll().addAll(items);
    }

    private void removeAny(ArrayNode list) {
        if (!list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    private void insert(ArrayNode list, JsonNode item) {
        list.insert(random.nextInt(list.size() + 1), item);
    }

    private void swapPriorities(ArrayNode rules) {
        if (rules.size() > 1) {
            ObjectNode one = (ObjectNode) rules.get(random.nextInt(rules.size()));
            ObjectNode other = (ObjectNode) rules.get(random.nextInt(rules.size()));
            JsonNode priority = one.get("priority");
            one.set("priority", other.get("priority"));
            other.set("priority", priority);
        }
    }

    /** Wherever the capability whose id begins like this is named. */
    private static void rename(ObjectNode pack, String from, String to) {
        for (String field : List.of("capability_id", "entry_capability_id")) {
            for (JsonNode parent : pack.findParents(field)) {
                if (parent.get(field).asText().startsWith(from)) {
                    ((ObjectNode) parent).put(field, to);
                }
            }
        }
    }

    private void collect(ObjectNode checkpoint) {
        if (checkpoint.has("checkpoint_id")
                && !checkpoint.path("collect").toString().contains(SHARED)) {
            checkpoint.withArray("collect").addObject().put("name", SHARED);
        }
    }
}
