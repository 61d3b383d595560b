package com.qontak.aiagent.agents.resources;

/**
 * Why a resource is not ready and never will be.
 *
 * @param reason the reason, as far as it is one we know
 * @param said what was said of it, in public words and short enough for a sentence; empty when there is nothing that
 *     can be told
 */
public record ResourceFailure(Reason reason, String said) {

    /** The reasons we have words of our own for, and the rest. */
    public enum Reason {
        /** There is a content, and it makes no sense. */
        UNREADABLE,
        /** There is nothing in it. */
        EMPTY,
        /** Anything else. */
        OTHER
    }
}
