package com.qontak.aiagent.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a {@link Finding} weighs: an error refuses a save, a warning only accompanies the answer. */
public enum Severity {
    /** The input cannot be used as it is. */
    @JsonProperty("error")
    ERROR,

    /** The input can be used, and probably does not do what its author means. */
    @JsonProperty("warning")
    WARNING
}
