package com.qontak.aiagent.startup;

import org.jspecify.annotations.Nullable;

/** The service cannot do its work as it is set up. The message is one line for whoever operates it. */
public class RefusedToStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing or malformed, and how to set it; never a secret
     * @param cause what led to it, null when the reason says it all
     */
    public RefusedToStart(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
