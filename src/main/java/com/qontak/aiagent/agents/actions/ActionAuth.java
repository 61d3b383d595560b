package com.qontak.aiagent.agents.actions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How an action proves that it may act for the organization. */
public enum ActionAuth {
    /** The company's own token. */
    COMPANY_TOKEN,
    /** Signed calls, after a Super Admin's approval. */
    HMAC,
    /** A sign-in at the provider. */
    OAUTH,
    /** A token that the provider issues. */
    PROVIDER_TOKEN,
    /** In a way this service does not know yet. */
    OTHER;

    /** @return the name in JSON, such as {@code company_token} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as the catalogue has it
     * @return the way; {@link #OTHER} for one we do not know
     */
    public static ActionAuth ofWord(String word) {
        return Arrays.stream(values())
                .filter(auth -> auth.word().equals(word))
                .findFirst()
                .orElse(OTHER);
    }
}
