package com.qontak.aiagent.agents.refine;

/** A change was altered, contradicts another, or is not about this pack. */
public final class ChangeDoesNotApply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String changeId;

    ChangeDoesNotApply(Change change) {
        super("change " + change.changeId() + " at " + change.pointer());
        this.changeId = change.changeId();
    }

    /** @return the id of the change, as it was given */
    public String changeId() {
        return changeId;
    }
}
