package com.qontak.aiagent.agents.logicmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a node of the map stands for. */
enum NodeKind {
    /** Where every conversation starts, and where what holds everywhere leads from. */
    ENTRY,
    CAPABILITY,
    CHECKPOINT,
    /** A call to another system; one node, whichever checkpoints use it. */
    ACTION,
    /** A team that takes over, or whoever is free; one node for each. */
    HANDOVER,
    END;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
