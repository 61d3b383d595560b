package com.qontak.aiagent.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A JSON document with some of its places damaged. */
final class HostileJson {

    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999999999",
            "-1e-999999999",
            "9".repeat(999),
            "9".repeat(1001),
            "123456789012345678901234567890",
            "9007199254740993",
            "\"\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\": \"\"}",
            "{\"a\": 1, \"a\": 2}",
            "{\"__proto__\": {}}",
            "{\"\\u0000\": 1}",
            "{\"\\ud800\": 1}",
            "{\"@class\": \"java.lang.Runtime\"}",
            "{\"skills\": [], \"milestones\": 1, \"checkpoints\": 2}",
            nested("[", "]", 90),
            nested("{\"a\":", "}", 90),
            nested("[", "]", 990),
            nested("[", "]", 3000),
            "[" + "null,".repeat(4000) + "null]",
            "[" + "{},".repeat(4000) + "{}]",
            "\"" + "x".repeat(60_000) + "\"",
            "{\"" + "k".repeat(60_000) + "\": 1}",
            "NaN",
            "Infinity",
            "'single'",
            "tru",
            "01",
            "/* */1",
            "");

    private static final String MARK = "@place@";

    /** What is done to a place. */
    enum Damage {
        REPLACE,
        REMOVE,
        RENAME,
        REPEAT,
        ADD
    }

    /**
     * @param place counted over all places, round and round
     * @param token raw JSON, or what pretends to be
     * @param text a name
     */
    record Edit(int place, Damage damage, String token, String text) {}

    private HostileJson() {}

    static Arbitrary<List<Edit>> edits() {
        Arbitrary<String> tokens = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(TOKENS)),
                Tuple.of(
                        2, HostileTexts.all().map(text -> TextNode.valueOf(text).toString())));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.of(Damage.class),
                        tokens,
                        HostileTexts.all())
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    static String damaged(JsonNode document, List<Edit> edits) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode().add(document.deepCopy());
        for (int index = 0; index < edits.size(); index++) {
            damage(root, edits.get(index), MARK + index + "@");
        }
        String text = root.toString();
        text = text.substring(1, text.length() - 1);
        for (int index = 0; index < edits.size(); index++) {
            String token = edits.get(index).token();
            String mark = "\"" + MARK + index + "@\"";
            text = edits.get(index).damage() == Damage.REPEAT
                    ? text.replaceAll("(\"[^\"]*\":)?" + mark, "$1null,$1null")
                    : text.replace(mark, token);
        }
        return text;
    }

    private static void damage(ArrayNode root, Edit edit, String mark) {
        List<JsonPointer> places = new ArrayList<>();
        collect(root, JsonPointer.empty(), places);
        if (places.isEmpty()) {
            return;
        }
        JsonPointer place = places.get(edit.place() % places.size());
        JsonNode parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            String name = place.last().getMatchingProperty();
            switch (edit.damage()) {
                case REMOVE -> object.remove(name);
                case RENAME -> object.set(edit.text(), object.remove(name));
                case ADD -> object.put(edit.text(), mark);
                default -> object.put(name, mark);
            }
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), TextNode.valueOf(mark));
        }
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> add(field.getValue(), at.appendProperty(field.getKey()), places));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                add(array.get(index), at.appendIndex(index), places);
            }
        }
    }

    private static void add(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        places.add(at);
        collect(node, at, places);
    }

    private static String nested(String open, String close, int levels) {
        return open.repeat(levels) + (open.endsWith(":") ? "1" : "") + close.repeat(levels);
    }
}
