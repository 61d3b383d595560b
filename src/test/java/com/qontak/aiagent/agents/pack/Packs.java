package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
}
