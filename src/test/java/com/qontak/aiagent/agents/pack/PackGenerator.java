package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes valid packs out of chance: small, with unknown fields anywhere and texts in many scripts. */
final class PackGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS = List.of(
            "order",
            "skill",
            "milestone",
            "the customer",
            "pesanan",
            "Größe",
            "北京",
            "🙂",
            "مرحبا",
            "a/b~c",
            "{x}",
            "\"",
            "\\",
            "\n",
            "\u0000");
    private static final List<String> UNKNOWN_FIELDS =
            List.of("x_note", "colour", "a/b", "~tilde", "", "späť", "0", "-", "owner", "meta data");

    private final Random random;
    private int variables;

    PackGenerator(Random random) {
        this.random = random;
    }

    /** At least as many capabilities, each with at least as many checkpoints, and as many rules. */
    ObjectNode pack(int least) {
        ObjectNode pack = JSON.objectNode();
        pack.put("schema_version", 1);
        pack.set("profile", profile());
        List<String> ids = ids("c", least + random.nextInt(3));
        ArrayNode capabilities = pack.putArray("capabilities");
        ids.forEach(id -> capabilities.add(capability(id, least)));
        pack.set("routing", routing(ids, least));
        return extended(pack);
    }

    private ObjectNode profile() {
        ObjectNode profile = JSON.objectNode().put("name", name());
        for (String field : List.of("role", "tone", "instructions", "greeting")) {
            maybe(() -> profile.put(field, text()));
        }
        maybe(() -> profile.put("language", oneOf(List.of("id", "en"))));
        maybe(() -> profile.put("engine_tier", oneOf(List.of("light", "standard", "advanced"))));
        maybe(() -> profile.putArray("guardrails").add(text()).add(text()));
        return extended(profile);
    }

    private ObjectNode capability(String id, int least) {
        ObjectNode capability = JSON.objectNode().put("capability_id", id).put("name", name());
        maybe(() -> capability.put("when_to_use", text()));
        maybe(() -> capability.putArray("resource_ids").add("doc_1").add("DOC-2"));
        List<String> ids = ids("k", least + random.nextInt(3));
        ArrayNode checkpoints = capability.putArray("checkpoints");
        ids.forEach(checkpoint -> checkpoints.add(checkpoint(checkpoint, ids)));
        maybe(() -> capability.set("handover", handover()));
        return extended(capability);
    }

    private ObjectNode handover() {
        ObjectNode handover = JSON.objectNode().put("when", text());
        maybe(() -> handover.put("division", name()));
        maybe(() -> handover.put("message", text()));
        return extended(handover);
    }

    private ObjectNode checkpoint(String id, List<String> ids) {
        ObjectNode checkpoint = JSON.objectNode().put("checkpoint_id", id).put("name", name());
        String variable = "value " + variables++;
        checkpoint.put("instructions", text() + " {{ " + variable + "}}");
        ObjectNode value = checkpoint.putArray("collect").addObject().put("name", variable);
        maybe(() -> value.put("type", oneOf(List.of("string", "number", "boolean", "date", "phone", "email"))));
        maybe(() -> value.put("required", random.nextBoolean()));
        extended(value);
        maybe(() -> checkpoint.putArray("actions").add(action(variable)));
        ArrayNode next = checkpoint.putArray("next");
        IntStream.range(0, random.nextInt(3)).forEach(step -> next.add(next(ids)));
        return extended(checkpoint);
    }

    private ObjectNode action(String variable) {
        ObjectNode action = JSON.objectNode().put("action_id", "create_ticket");
        ObjectNode inputs = action.putObject("inputs").put("subject", "About {{" + variable + "}}");
        maybe(() -> inputs.set("details", json(2)));
        return extended(action);
    }

    private ObjectNode next(List<String> ids) {
        String target = random.nextInt(4) == 0 ? "done" : oneOf(ids);
        return extended(JSON.objectNode().put("when", text()).put("go_to", target));
    }

    private ObjectNode routing(List<String> ids, int least) {
        ObjectNode routing = JSON.objectNode();
        if (!ids.isEmpty()) {
            routing.put("entry_capability_id", oneOf(ids));
        }
        ArrayNode rules = routing.putArray("rules");
        int count = least + random.nextInt(3);
        for (int priority = 0; priority < count; priority++) {
            rules.add(rule(ids, priority));
        }
        routing.set("fallback", destination(ids));
        return extended(routing);
    }

    private ObjectNode rule(List<String> ids, int priority) {
        ObjectNode rule = JSON.objectNode().put("rule_id", "r" + priority).put("priority", priority);
        if (ids.isEmpty() || random.nextBoolean()) {
            rule.put("scope", "global");
        } else {
            rule.put("scope", "capability").put("capability_id", oneOf(ids));
        }
        rule.put("when", text());
        rule.set("then", destination(ids));
        return extended(rule);
    }

    private ObjectNode destination(List<String> ids) {
        ObjectNode destination = JSON.objectNode();
        if (!ids.isEmpty() && random.nextBoolean()) {
            destination.put("type", "capability").put("capability_id", oneOf(ids));
        } else {
            destination.put("type", oneOf(List.of("handover", "end")));
            maybe(() -> destination.put("division", name()));
        }
        return extended(destination);
    }

    /** Any JSON at all, at most as deep as told. */
    JsonNode json(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt(5));
            case 3 -> JSON.numberNode(random.nextLong());
            case 4 -> JSON.numberNode(random.nextInt(1000) / 8.0);
            case 5 -> JSON.textNode(text());
            case 6 -> {
                ArrayNode list = JSON.arrayNode();
                IntStream.range(0, random.nextInt(4)).forEach(item -> list.add(json(depth - 1)));
                yield list;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                IntStream.range(0, random.nextInt(4))
                        .forEach(field -> object.set(oneOf(UNKNOWN_FIELDS), json(depth - 1)));
                yield object;
            }
        };
    }

    private ObjectNode extended(ObjectNode object) {
        if (random.nextInt(4) == 0) {
            object.set(oneOf(UNKNOWN_FIELDS), json(2));
        }
        return object;
    }

    private List<String> ids(String prefix, int count) {
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            ids.add(prefix + "_" + index + oneOf(List.of("", "_sales", "_skill")));
        }
        return ids;
    }

    private String name() {
        return "N" + text();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(4))
                .forEach(word -> text.append(oneOf(WORDS)).append(' '));
        return text.toString();
    }

    private void maybe(Runnable addition) {
        if (random.nextBoolean()) {
            addition.run();
        }
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
