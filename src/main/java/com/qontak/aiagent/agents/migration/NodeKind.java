package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** The two kinds of nodes that take turns in a tree diagram. */
enum NodeKind {
    BOT_RESPONSE(Set.of("id", "name", "content", "components", "interactive", "next_intent_type", "children")),
    USER_INPUT(Set.of("id", "input", "utterances", "is_default", "children"));

    private final Set<String> fields;

    NodeKind(Set<String> fields) {
        this.fields = fields;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields that are understood. */
    Set<String> fields() {
        return fields;
    }

    NodeKind ofChildren() {
        return this == BOT_RESPONSE ? USER_INPUT : BOT_RESPONSE;
    }
}
