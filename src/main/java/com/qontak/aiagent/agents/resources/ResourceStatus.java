package com.qontak.aiagent.agents.resources;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a resource has come. */
public enum ResourceStatus {
    /** Accepted, and waiting to be read. */
    QUEUED,
    /** Being read. */
    PROCESSING,
    /** The agent knows it. */
    READY,
    /** It could not be read, and will not become ready. */
    FAILED;

    /** @return the name in JSON, such as {@code ready} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as in JSON
     * @return the status, or empty for a word that is none
     */
    public static Optional<ResourceStatus> ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
