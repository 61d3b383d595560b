package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON by what it says rather than how it is written: without the order of fields, and with numbers by their value. A
 * client that reads and writes a pack may turn {@code 1.0} into {@code 1}.
 */
final class JsonContent {

    private static final Comparator<JsonNode> BY_CONTENT = (left, right) -> {
        boolean same = left.isNumber() && right.isNumber() ? number(left).equals(number(right)) : left.equals(right);
        return same ? 0 : 1;
    };

    private JsonContent() {}

    static boolean same(@Nullable JsonNode left, @Nullable JsonNode right) {
        return left == null || right == null ? left == right : left.equals(BY_CONTENT, right);
    }

    static void digest(@Nullable JsonNode node, MessageDigest digest) {
        if (node == null) {
            digest("absent", digest);
        } else if (node.isObject()) {
            List<String> names = node.properties().stream()
                    .map(field -> field.getKey())
                    .sorted()
                    .toList();
            digest("object " + names.size(), digest);
            for (String name : names) {
                digest(name, digest);
                digest(node.get(name), digest);
            }
        } else if (node.isArray()) {
            digest("array " + node.size(), digest);
            node.forEach(item -> digest(item, digest));
        } else {
            digest(node.getNodeType().name(), digest);
            digest(node.isNumber() ? number(node) : node.asText(), digest);
        }
    }

    /** Each text with its length, so that no two lists of texts read alike. */
    static void digest(@Nullable String text, MessageDigest digest) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(((text == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static String number(JsonNode number) {
        return number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())
                ? number.asText()
                : number.decimalValue().stripTrailingZeros().toString();
    }
}
