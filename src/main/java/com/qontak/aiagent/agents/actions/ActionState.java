package com.qontak.aiagent.agents.actions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether the organization can use an action now. */
public enum ActionState {
    /** It can. */
    READY,
    /** Once a Super Admin has approved it. */
    NEEDS_APPROVAL,
    /** Once somebody has connected it. */
    NOT_CONNECTED;

    /** @return the name in JSON, such as {@code needs_approval} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as the catalogue has it
     * @return the state; {@link #NOT_CONNECTED} for one we do not know, since only {@code ready} promises anything
     */
    public static ActionState ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(NOT_CONNECTED);
    }
}
