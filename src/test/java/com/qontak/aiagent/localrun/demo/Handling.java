package com.qontak.aiagent.localrun.demo;

/** Who dealt with a room, and how it went. */
enum Handling {
    /** The AI closed it, no person attached. */
    AI_ALONE,
    /** The AI began, a person ended it. */
    AI_THEN_HUMAN,
    /** The AI began, and the customer went silent until the room timed out. */
    AI_UNRESOLVED,
    /** No AI took part. */
    HUMAN_ONLY,
    /** Nobody answered until the room timed out. */
    NOBODY;

    private static final double MISSED = 0.02;
    private static final double HUMAN_ONLY_AT_FIRST = 0.14;
    private static final double HUMAN_ONLY_NOW = 0.08;
    private static final double TAKEN_OVER_WHILE_STAFFED = 0.72;
    private static final double TAKEN_OVER_AT_NIGHT = 0.45;

    static Handling withoutAi(Dice dice) {
        return dice.chance(MISSED) ? NOBODY : HUMAN_ONLY;
    }

    /**
     * @param learned how far the AI's learning has come, from 0 at onboarding to 1 today
     * @param skill the fraction of rooms that the AI resolves alone
     * @param staffed whether people are at work
     */
    static Handling withAi(Dice dice, double learned, double skill, boolean staffed) {
        if (dice.chance(HUMAN_ONLY_AT_FIRST + (HUMAN_ONLY_NOW - HUMAN_ONLY_AT_FIRST) * learned)) {
            return withoutAi(dice);
        }
        if (dice.chance(skill)) {
            return AI_ALONE;
        }
        return dice.chance(staffed ? TAKEN_OVER_WHILE_STAFFED : TAKEN_OVER_AT_NIGHT) ? AI_THEN_HUMAN : AI_UNRESOLVED;
    }

    boolean involvesAi() {
        return this == AI_ALONE || this == AI_THEN_HUMAN || this == AI_UNRESOLVED;
    }
}
