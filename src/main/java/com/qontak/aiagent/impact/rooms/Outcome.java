package com.qontak.aiagent.impact.rooms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of a closed room. Every closed room has exactly one, in the words of the classification's SQL. */
public enum Outcome {
    /** The AI closed it alone, it is settled, and the contact did not come back: net contained. */
    AI_ALONE,
    /** The AI closed it alone, it is settled, and the contact came back within the window. */
    AI_ALONE_RETURNED,
    /** The AI closed it alone, and the contact may still come back. */
    AI_ALONE_SETTLING,
    /** The AI took part, and a person was attached. */
    AI_THEN_HUMAN,
    /** The AI took part, nobody else did, and it closed without the AI resolving it. */
    AI_UNRESOLVED,
    /** A person alone. */
    HUMAN_ONLY,
    /** Neither the AI nor a person. */
    OTHER;

    private static final Map<String, Outcome> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Outcome::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /** @return the name in SQL and in answers, such as {@code ai_alone} */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * @param code the name in SQL
     * @return the outcome
     */
    public static Outcome ofCode(String code) {
        Outcome outcome = BY_CODE.get(code);
        if (outcome == null) {
            throw new IllegalArgumentException("No outcome: " + code);
        }
        return outcome;
    }
}
