package com.qontak.aiagent.impact.rooms;

/**
 * What the activity logs can tell at present.
 *
 * @param moods whether they have moods that can be read
 * @param turns whether they have turns that can be read
 */
public record Telling(boolean moods, boolean turns) {

    /** @return whether they can tell anything that is asked of them */
    public boolean anything() {
        return moods || turns;
    }
}
