package com.qontak.aiagent.access.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How recorded work ended. */
public enum AuditOutcome {
    /** Done. */
    SUCCEEDED,
    /** Answered with a problem of the 4xx class: the caller's input, rights or version did not allow it. */
    REFUSED,
    /** Answered with a problem of the 5xx class; after a timeout the change may stand nevertheless. */
    FAILED,
    /** The caller hung up before the end; what was sent by then may have been done. */
    CANCELLED,
    /** No outcome yet, and young enough to be still at work. Never stored. */
    RUNNING,
    /** No outcome, and older than any work takes: the process ended, or could not write. Never stored. */
    UNKNOWN;

    /** @return the name in JSON and in the database, such as {@code succeeded} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param word a name as in the database
     * @return the outcome
     * @throws IllegalArgumentException for a word that is none
     */
    public static AuditOutcome ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
