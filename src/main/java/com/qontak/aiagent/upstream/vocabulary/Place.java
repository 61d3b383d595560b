package com.qontak.aiagent.upstream.vocabulary;

/**
 * Where in a pack a translator stands. Names of fields are translated everywhere but in {@link #OPAQUE} places, where
 * the names are what people or other systems chose; enumerated values only in a {@link #DESTINATION}.
 */
enum Place {
    PACK,
    CAPABILITIES,
    CAPABILITY,
    CHECKPOINTS,
    CHECKPOINT,
    ACTIONS,
    ACTION,
    ROUTING,
    RULES,
    RULE,
    DESTINATION,
    ELSEWHERE,
    OPAQUE;

    /** The place behind a field, by the field's name in either vocabulary. */
    Place field(String name) {
        return switch (this) {
            case PACK ->
                switch (name) {
                    case "capabilities", "skills" -> CAPABILITIES;
                    case "routing" -> ROUTING;
                    default -> ELSEWHERE;
                };
            case CAPABILITY -> name.equals("checkpoints") || name.equals("milestones") ? CHECKPOINTS : ELSEWHERE;
            case CHECKPOINT -> name.equals("actions") ? ACTIONS : ELSEWHERE;
            case ACTION -> name.equals("inputs") ? OPAQUE : ELSEWHERE;
            case ROUTING ->
                switch (name) {
                    case "rules" -> RULES;
                    case "fallback" -> DESTINATION;
                    default -> ELSEWHERE;
                };
            case RULE -> name.equals("then") ? DESTINATION : ELSEWHERE;
            case OPAQUE -> OPAQUE;
            default -> ELSEWHERE;
        };
    }

    /** The place of an item of the list that stands here. */
    Place item() {
        return switch (this) {
            case CAPABILITIES -> CAPABILITY;
            case CHECKPOINTS -> CHECKPOINT;
            case ACTIONS -> ACTION;
            case RULES -> RULE;
            case OPAQUE -> OPAQUE;
            default -> ELSEWHERE;
        };
    }

    /** Whether the value of this field is one of the enumerated values of the table. */
    boolean enumerates(String field) {
        return this == DESTINATION && field.equals("type");
    }
}
