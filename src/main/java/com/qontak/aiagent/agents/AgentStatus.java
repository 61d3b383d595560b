package com.qontak.aiagent.agents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether customers meet an agent. */
public enum AgentStatus {
    /** Saved, and never shipped since. */
    DRAFT,
    /** Customers meet its live version. */
    LIVE,
    /** Withdrawn from customers. */
    PAUSED;

    /** @return the name in JSON and in queries, such as {@code live} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as in JSON
     * @return the status, or empty for a word that is none
     */
    public static Optional<AgentStatus> ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
