package com.qontak.aiagent.agents.logicmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why one node leads to another. */
enum EdgeKind {
    /** A rule, the entry capability or the fallback. */
    ROUTING,
    /** A step to the next checkpoint, also the one from a capability to its first. */
    NEXT,
    /** A checkpoint's use of an action. */
    USES,
    /** A capability's own handover. */
    HANDOVER;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
