package com.qontak.aiagent.agents.migration;

import java.util.Locale;

/** Why a node is not carried over exactly. Its texts are in the bundle {@code messages/migration}. */
enum Remark {
    VARIABLE,
    TOO_LONG,
    CONTENT_TYPE,
    CHOICES,
    IDLE_RULE,
    API,
    DIVISION_UNCLEAR,
    AUTO_RESOLVE_SETTINGS,
    ASSIGNMENT_SETTINGS,
    NEXT_INTENT_TYPE,
    IN_SEQUENCE,
    LEADS_NOWHERE,
    NO_WORDS,
    DEFAULT_WORDS,
    SECOND_DEFAULT,
    CONTINUED,
    NO_DEFAULT,
    AT_THE_START,
    NOTHING_SAID,
    UNKNOWN_FIELDS,
    HANDOVER_LEFT_OUT,
    TOO_MANY_CAPABILITIES(true),
    TOO_MANY_CHECKPOINTS(true),
    TOO_MANY_RULES(true),
    PACK_FULL(true),
    ABOVE_LEFT_OUT(true),
    /** Of the diagram, not of a node. */
    CHANNELS,
    OPERATIONAL_TIME,
    UNKNOWN_SETTING;

    private final boolean leftOut;

    Remark() {
        this(false);
    }

    Remark(boolean leftOut) {
        this.leftOut = leftOut;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing of the node is in the pack. */
    boolean isLeftOut() {
        return leftOut;
    }
}
