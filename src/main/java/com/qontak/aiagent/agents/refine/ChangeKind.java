package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a {@link Change} does at its place. */
public enum ChangeKind {
    /** Puts something where nothing was. */
    @JsonProperty("add")
    ADD,

    /** Takes something away. */
    @JsonProperty("remove")
    REMOVE,

    /** Puts something else in its place. */
    @JsonProperty("replace")
    REPLACE,

    /** Puts an item of a list elsewhere in that list, as it is. */
    @JsonProperty("move")
    MOVE
}
