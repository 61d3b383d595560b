package com.qontak.aiagent.impact.rooms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms behind a number: what {@code outcome} may name, each with the condition that counts it. */
public enum Selection {
    /** Every closed room, with or without an AI agent. */
    CLOSED("true"),
    /** With an AI agent. */
    HANDLED("by_ai"),
    /** With an AI agent, its outcome final. */
    SETTLED("by_ai and settled"),
    /** With an AI agent, its outcome still open. */
    PENDING("by_ai and not settled"),
    /** Settled, the AI alone, whether or not the contact came back: the gross figure. */
    AI_RESOLVED("outcome in ('ai_alone', 'ai_alone_returned')"),
    /** A step of the waterfall. */
    PERSON_ATTACHED("settled and outcome = 'ai_then_human'"),
    /** A step of the waterfall. */
    NOT_RESOLVED_BY_AI("settled and outcome = 'ai_unresolved'"),
    /** A step of the waterfall, the same rooms as {@link #AI_ALONE_RETURNED}. */
    REOPENED("outcome = 'ai_alone_returned'"),
    /** The hero's rooms, the same as {@link #AI_ALONE}. */
    NET_CONTAINED("outcome = 'ai_alone'"),
    /** An outcome of the journey. */
    AI_ALONE("outcome = 'ai_alone'"),
    /** An outcome of the journey. */
    AI_ALONE_RETURNED("outcome = 'ai_alone_returned'"),
    /** An outcome of the journey. */
    AI_ALONE_SETTLING("outcome = 'ai_alone_settling'"),
    /** An outcome of the journey. */
    AI_THEN_HUMAN("outcome = 'ai_then_human'"),
    /** An outcome of the journey. */
    AI_UNRESOLVED("outcome = 'ai_unresolved'"),
    /** An outcome of the journey. */
    HUMAN_ONLY("outcome = 'human_only'"),
    /** An outcome of the journey. */
    OTHER("outcome = 'other'"),
    /** The n of sentiment: with an AI agent, both ends of the mood logged. */
    SENTIMENT("by_ai", LoggedFigure.SENTIMENT),
    /** The n of turns: net contained, its turns logged. */
    TURNS("outcome = 'ai_alone'", LoggedFigure.TURNS);

    private final String condition;
    private final @Nullable LoggedFigure logged;

    Selection(String condition) {
        this(condition, null);
    }

    Selection(String condition, @Nullable LoggedFigure logged) {
        this.condition = condition;
        this.logged = logged;
    }

    /**
     * @param code the name in a query, such as {@code net_contained}
     * @return the selection; empty for any other name
     */
    public static Optional<Selection> ofCode(String code) {
        return Arrays.stream(values())
                .filter(selection -> selection.code().equals(code))
                .findFirst();
    }

    /** @return the name in a query, such as {@code net_contained} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether its rooms are those that are not settled yet */
    public boolean unsettled() {
        return this == PENDING || this == AI_ALONE_SETTLING;
    }

    /** @return the condition on a classified room, in SQL */
    String condition() {
        return condition;
    }

    /** @return the figure of the activity logs it is the n of; empty when the rooms alone tell */
    Optional<LoggedFigure> logged() {
        return Optional.ofNullable(logged);
    }
}
