package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Packs for tests, and short ways to change them and to read what was found. */
final class Packs {

    static final ObjectMapper JSON = new ObjectMapper();

    private Packs() {}

    /** A complete pack without a single finding. */
    static ObjectNode example() {
        try (InputStream json = Packs.class.getResourceAsStream("example-pack.json")) {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode exampleWith(Consumer<ObjectNode> change) {
        ObjectNode pack = example();
        change.accept(pack);
        return pack;
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a value, written with single quotes, at a pointer. */
    static void set(ObjectNode pack, String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = pack.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), json(value));
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), json(value));
        }
    }

    static void remove(ObjectNode pack, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) pack.at(place.head())).remove(place.last().getMatchingProperty());
    }

    static PackValidator validator() {
        return new PackValidator(new PackSchema(), (pack, pointer) -> new PackVocabulary.Canonical(pack, List.of()));
    }

    static List<String> codesAt(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }

    /** As many capabilities and checkpoints as are allowed, filled with text to just under the allowed size. */
    static ObjectNode largest(int textLength) {
        ObjectNode pack = example();
        ArrayNode capabilities = JsonNodeFactory.instance.arrayNode();
        for (int c = 0; c < 50; c++) {
            ObjectNode capability = capabilities.addObject();
            capability.put("capability_id", "c" + c).put("name", "Capability " + c);
            ArrayNode checkpoints = capability.putArray("checkpoints");
            for (int k = 0; k < 50; k++) {
                ObjectNode checkpoint = checkpoints.addObject();
                checkpoint.put("checkpoint_id", "k" + k).put("name", "Checkpoint " + k);
                checkpoint.put("instructions", "word {{v}} ".repeat(textLength / 11));
                checkpoint.putArray("collect").addObject().put("name", "v").put("type", "string");
                checkpoint
                        .putArray("next")
                        .addObject()
                        .put("when", "the customer is content")
                        .put("go_to", k == 49 ? "done" : "k" + (k + 1));
            }
        }
        pack.set("capabilities", capabilities);
        ObjectNode routing = (ObjectNode) pack.get("routing");
        routing.put("entry_capability_id", "c0");
        ArrayNode rules = routing.putArray("rules");
        for (int r = 0; r < 200; r++) {
            ObjectNode rule = rules.addObject();
            rule.put("rule_id", "r" + r).put("scope", "global").put("priority", r);
            rule.put("when", "the customer asks for thing " + r);
            rule.putObject("then").put("type", "capability").put("capability_id", "c" + r % 50);
        }
        return pack;
    }
}
