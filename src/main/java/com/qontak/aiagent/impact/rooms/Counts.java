package com.qontak.aiagent.impact.rooms;

/**
 * Rooms with an AI agent, by what became of them. Every total is a sum of these five, so that the steps from handled to
 * net contained add up by construction.
 *
 * @param pending not settled yet, whatever their reason
 * @param personAttached settled, and a person was attached
 * @param notResolvedByAi settled, nobody attached, closed without the AI resolving it
 * @param reopened settled, closed by the AI alone, and the contact came back within the window
 * @param netContained settled, closed by the AI alone, and the contact did not come back
 */
public record Counts(long pending, long personAttached, long notResolvedByAi, long reopened, long netContained) {

    /** No rooms at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** @return settled rooms that the AI closed alone, whether or not the contact came back */
    public long aiResolved() {
        return reopened + netContained;
    }

    /** @return rooms whose outcome can no longer change */
    public long settled() {
        return personAttached + notResolvedByAi + aiResolved();
    }

    /** @return all rooms in which the AI took part */
    public long handled() {
        return settled() + pending;
    }

    /**
     * @param other other rooms
     * @return both together
     */
    public Counts plus(Counts other) {
        return new Counts(
                pending + other.pending,
                personAttached + other.personAttached,
                notResolvedByAi + other.notResolvedByAi,
                reopened + other.reopened,
                netContained + other.netContained);
    }
}
