package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.Severity;
import java.util.List;

/**
 * Everything that can be said about a pack. The texts stand in {@code messages/findings.properties} under the key; the
 * public code is the key up to its first dot, so that one code may have several texts.
 */
enum PackFinding {
    REQUIRED("required", Severity.ERROR, 1),
    REQUIRED_BLANK("required.blank", Severity.ERROR, 0),
    INVALID_FORMAT("invalid_format", Severity.ERROR, 0),
    NO_OBJECT("invalid_format.object", Severity.ERROR, 0),
    NO_LIST("invalid_format.list", Severity.ERROR, 0),
    NO_TEXT("invalid_format.text", Severity.ERROR, 0),
    NO_INTEGER("invalid_format.integer", Severity.ERROR, 0),
    NO_BOOLEAN("invalid_format.boolean", Severity.ERROR, 0),
    NO_CHOICE("invalid_format.choice", Severity.ERROR, 1),
    NO_ID("invalid_format.id", Severity.ERROR, 0),
    NO_VARIABLE_NAME("invalid_format.variable", Severity.ERROR, 0),
    RESERVED_ID("invalid_format.reserved", Severity.ERROR, 0),
    ENDLESS_NUMBER("invalid_format.number", Severity.ERROR, 1),
    OTHER_VERSION("invalid_format.version", Severity.ERROR, 1),
    NESTED_TOO_DEEPLY("invalid_format.nesting", Severity.ERROR, 1),
    TOO_LONG("too_long", Severity.ERROR, 1),
    PACK_TOO_LARGE("too_long.pack", Severity.ERROR, 0),
    NAMES_TOO_LONG("too_long.names", Severity.ERROR, 1),
    TOO_MANY("too_many", Severity.ERROR, 1),
    DUPLICATE_ID("duplicate_id", Severity.ERROR, 1),
    DUPLICATE_VALUE("duplicate_id.value", Severity.ERROR, 1),
    UNKNOWN_CAPABILITY("unknown_capability", Severity.ERROR, 1),
    UNKNOWN_CHECKPOINT("unknown_checkpoint", Severity.ERROR, 1),
    UNKNOWN_ACTION("unknown_action", Severity.ERROR, 1),
    UNKNOWN_RESOURCE("unknown_resource", Severity.ERROR, 1),
    MISSING_ACTION_INPUT("missing_action_input", Severity.ERROR, 2),
    PRIORITY_TIE("priority_tie", Severity.ERROR, 1),
    UNBOUND_VARIABLE("unbound_variable", Severity.ERROR, 1),
    CONFLICTING_ALIAS("conflicting_alias", Severity.ERROR, 1),
    RESERVED_NAME("conflicting_alias.reserved", Severity.ERROR, 0),
    UNREACHABLE_CAPABILITY("unreachable_capability", Severity.WARNING, 1),
    UNREACHABLE_CHECKPOINT("unreachable_checkpoint", Severity.WARNING, 1),
    ENDLESS_LOOP("endless_loop", Severity.WARNING, 1),
    NO_HANDOVER("no_handover", Severity.WARNING, 0),
    SHADOWED_RULE("shadowed_rule", Severity.WARNING, 1),
    EMPTY_CAPABILITY("empty_capability", Severity.WARNING, 0),
    NO_CAPABILITIES("empty_capability.none", Severity.WARNING, 0),
    VAGUE_CONDITION("vague_condition", Severity.WARNING, 0),
    EMPTY_CONDITION("vague_condition.empty", Severity.WARNING, 0);

    private static final int LONGEST_QUOTE = 80;

    private final String key;
    private final Severity severity;
    private final int arguments;

    PackFinding(String key, Severity severity, int arguments) {
        this.key = key;
        this.severity = severity;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    String code() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    Severity severity() {
        return severity;
    }

    /** How many placeholders the texts may use. */
    int arguments() {
        return arguments;
    }

    /** The finding at a pointer; texts it quotes are cut to a length that can be read in a sentence. */
    Finding at(String pointer, Object... quoted) {
        if (quoted.length != arguments) {
            throw new IllegalArgumentException(key + " takes " + arguments + " arguments, not " + quoted.length);
        }
        List<Object> quotes = List.of(quoted).stream().map(PackFinding::quote).toList();
        return new Finding(code(), severity, pointer, key, quotes);
    }

    private static Object quote(Object argument) {
        if (!(argument instanceof String text) || text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
            return argument;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
