package com.qontak.aiagent.agents.actions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whose product an action works on, in the order the drawer shows them. */
public enum ActionGroup {
    /** The CRM and chat platform itself, with the company's own token. */
    MEKARI_QONTAK,
    /** Other products of the family, once a Super Admin has approved it. */
    MEKARI,
    /** What others offer, with their own sign-in. */
    OTHER_INTEGRATION;

    /** @return the name in JSON, such as {@code mekari_qontak} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as the catalogue has it
     * @return the group; {@link #OTHER_INTEGRATION} for one we do not know, so that its actions are still shown
     */
    public static ActionGroup ofWord(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word().equals(word))
                .findFirst()
                .orElse(OTHER_INTEGRATION);
    }
}
