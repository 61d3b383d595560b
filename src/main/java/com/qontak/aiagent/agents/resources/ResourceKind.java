package com.qontak.aiagent.agents.resources;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a resource's text comes from. */
public enum ResourceKind {
    /** An uploaded file. */
    FILE,
    /** A web page. */
    URL,
    /** A text written by hand. */
    SNIPPET;

    /** @return the name in JSON, such as {@code snippet} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as in JSON
     * @return the kind, or empty for a word that is none
     */
    public static Optional<ResourceKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
