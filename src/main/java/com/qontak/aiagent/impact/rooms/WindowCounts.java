package com.qontak.aiagent.impact.rooms;

/**
 * The rooms with an AI agent that have been closed for at least a window, and what came back within it.
 *
 * @param hours the window
 * @param handled all of them
 * @param aiResolved those the AI resolved with nobody attached
 * @param reopened those of the resolved whose contact came back within the window
 */
public record WindowCounts(int hours, long handled, long aiResolved, long reopened) {

    /**
     * @param other other rooms, of the same window
     * @return both together
     */
    public WindowCounts plus(WindowCounts other) {
        return new WindowCounts(
                hours, handled + other.handled, aiResolved + other.aiResolved, reopened + other.reopened);
    }
}
