package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The entity tag of an answer: the same while its figures are the same. It is weak, because the times of the answer
 * move on without them.
 */
final class FigureTag {

    private static final List<String> TIMES = List.of("as_of", "fresh_as_of", "settled_through");
    private static final int LENGTH = 16;

    private final ObjectMapper json;

    FigureTag(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param report any answer with figures
     * @return a weak entity tag over everything in it but its times
     */
    String of(Report report) {
        ObjectNode figures = json.valueToTree(report);
        figures.remove(TIMES);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(json.writeValueAsString(figures).getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, LENGTH) + "\"";
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A report is always JSON, and every JVM has SHA-256", impossible);
        }
    }
}
