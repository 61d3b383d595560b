package com.qontak.aiagent.agents.logicmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where routing holds. */
enum EdgeScope {
    GLOBAL,
    CAPABILITY;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
