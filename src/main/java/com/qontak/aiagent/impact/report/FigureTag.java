package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/**
 * The entity tag of an answer: the same while its figures are the same. It is weak, because the times of the answer
 * move on without them.
 */
@Component
final class FigureTag {

    private static final List<String> TIMES = List.of("as_of", "fresh_as_of", "settled_through");
    private static final int LENGTH = 16;

    private final ObjectMapper json;

    FigureTag(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param answer what is answered, with the times of the answer at the top
     * @return an answer that no browser keeps, as all that is a tenant's; Spring turns it into 304 where a caller that
     *     kept the tag itself has it already
     */
    BodyBuilder tagged(Record answer) {
        return tagged(timeless(answer));
    }

    /**
     * @param figures what the answer is made of, without the time of the answer
     * @return the same for an answer that is not JSON
     */
    BodyBuilder tagged(String figures) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.AUTHORIZATION, Caller.ACTING_FOR_HEADER, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(weak(figures));
    }

    private String timeless(Record answer) {
        ObjectNode figures = json.valueToTree(answer);
        figures.remove(TIMES);
        return figures.toString();
    }

    private static String weak(String figures) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(figures.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, LENGTH) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
