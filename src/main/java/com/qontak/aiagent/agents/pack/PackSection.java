package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a pack that is edited, and can be validated, by itself. */
public enum PackSection {
    /** Who the agent is. */
    @JsonProperty("profile")
    PROFILE,

    /** What it can do. */
    @JsonProperty("capabilities")
    CAPABILITIES,

    /** How a conversation finds its way. */
    @JsonProperty("routing")
    ROUTING;

    /** @return the name of the field, such as {@code capabilities} */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param field the name of a field of the pack
     * @return the section of that name, or empty when there is none
     */
    public static Optional<PackSection> of(String field) {
        return Arrays.stream(values())
                .filter(section -> section.field().equals(field))
                .findFirst();
    }
}
