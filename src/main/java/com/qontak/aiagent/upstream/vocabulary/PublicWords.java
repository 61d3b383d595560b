package com.qontak.aiagent.upstream.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.qontak.aiagent.agents.pack.PackVocabulary;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accepts the words customers used before, and refuses the upstream's own, by the same table that translates. */
@Component
final class PublicWords implements PackVocabulary {

    private static final int MOST_FINDINGS = 100;

    @Override
    public Canonical canonicalize(JsonNode pack, String pointer) {
        if (isInTodaysWords(pack, Place.PACK)) {
            return new Canonical(pack, List.of());
        }
        List<Finding> findings = new ArrayList<>();
        return new Canonical(node(pack, Place.PACK, pointer, findings), findings);
    }

    // Nearly every pack is, and then nothing of it is copied.
    private static boolean isInTodaysWords(JsonNode node, Place place) {
        if (place == Place.OPAQUE) {
            return true;
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (!isInTodaysWords(item, place.item())) {
                    return false;
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (Terms.FORMER_PUBLIC_WORDS.contains(name)
                    || Terms.RESERVED_WORDS.contains(name)
                    || (place.enumerates(name)
                            && value.isTextual()
                            && Terms.FORMER_PUBLIC_WORDS.contains(value.textValue()))
                    || !isInTodaysWords(value, place.field(name))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode node(JsonNode node, Place place, String pointer, List<Finding> findings) {
        if (place == Place.OPAQUE || node.isValueNode() || node.isMissingNode()) {
            return node;
        }
        return node instanceof ObjectNode object
                ? object(object, place, pointer, findings)
                : array((ArrayNode) node, place, pointer, findings);
    }

    private static ObjectNode object(ObjectNode object, Place place, String pointer, List<Finding> findings) {
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            String name = field.getKey();
            String word = today(name);
            String there = pointer + "/" + Pointers.escape(word);
            boolean reserved = Terms.RESERVED_WORDS.contains(name);
            if (reserved || !word.equals(name) && object.has(word)) {
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(
                            reserved
                                    ? PackVocabulary.reservedName(there)
                                    : PackVocabulary.conflictingAlias(there, word));
                }
                return;
            }
            JsonNode value = field.getValue();
            canonical.set(
                    word,
                    place.enumerates(word) && value.isTextual()
                            ? TextNode.valueOf(todaysValue(value.textValue()))
                            : node(value, place.field(word), there, findings));
        });
        return canonical;
    }

    private static ArrayNode array(ArrayNode array, Place place, String pointer, List<Finding> findings) {
        ArrayNode canonical = JsonNodeFactory.instance.arrayNode(array.size());
        for (int index = 0; index < array.size(); index++) {
            canonical.add(node(array.get(index), place.item(), pointer + "/" + index, findings));
        }
        return canonical;
    }

    private static String today(String name) {
        return Terms.FORMER_PUBLIC_WORDS.contains(name) ? Terms.TO_PUBLIC.getOrDefault(name, name) : name;
    }

    private static String todaysValue(String value) {
        return Terms.FORMER_PUBLIC_WORDS.contains(value) ? Vocabulary.value(value) : value;
    }
}
