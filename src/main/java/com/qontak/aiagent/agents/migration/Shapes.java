package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What the fields of a node may hold; each may be left out or null. */
final class Shapes {

    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> WORD = value -> value.isTextual() || value.isNumber();
    private static final Predicate<JsonNode> OBJECT = JsonNode::isObject;
    private static final Predicate<JsonNode> LIST = JsonNode::isArray;

    private Shapes() {}

    static boolean right(NodeKind kind, JsonNode node) {
        return wrong(kind, node).isEmpty();
    }

    /** What is needed instead, as findings word it, by the relative pointer of each field that holds something else. */
    static Map<String, String> wrong(NodeKind kind, JsonNode node) {
        Map<String, String> wrong = new LinkedHashMap<>(4);
        check(node, "children", LIST, "list", wrong);
        if (kind == NodeKind.USER_INPUT) {
            check(node, "input", TEXT, "text", wrong);
            check(node, "is_default", JsonNode::isBoolean, "boolean", wrong);
            check(node, "utterances", LIST, "list", wrong);
            int index = 0;
            for (JsonNode utterance : node.path("utterances")) {
                if (!utterance.isTextual() && !utterance.isNull() && wrong.size() < 4) {
                    wrong.put("utterances/" + index, "text");
                }
                index++;
            }
            return wrong;
        }
        check(node, "name", TEXT, "text", wrong);
        check(node, "next_intent_type", WORD, "text", wrong);
        check(node, "components", OBJECT, "object", wrong);
        check(node, "interactive", OBJECT, "object", wrong);
        check(node, "content", OBJECT, "object", wrong);
        if (node.path("content").isObject()) {
            JsonNode content = node.path("content");
            check(content, "content_text", TEXT, "text", wrong, "content/");
            check(content, "content_type_code", WORD, "text", wrong, "content/");
        }
        return wrong;
    }

    private static void check(
            JsonNode node, String field, Predicate<JsonNode> right, String needed, Map<String, String> wrong) {
        check(node, field, right, needed, wrong, "");
    }

    private static void check(
            JsonNode node,
            String field,
            Predicate<JsonNode> right,
            String needed,
            Map<String, String> wrong,
            String before) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !right.test(value)) {
            wrong.put(before + field, needed);
        }
    }
}
