package com.qontak.aiagent.impact.rooms;

import java.util.Set;

/** A figure that the activity logs are needed for, and the rows of them that can be made sense of. */
enum LoggedFigure {
    /** How the mood changed. */
    SENTIMENT(
            Set.of("sentiment_start", "sentiment_end"),
            "l.sentiment_start between -1 and 1 and l.sentiment_end between -1 and 1"),
    /** How many turns it took. */
    TURNS(Set.of("turns"), "l.turns between 0 and 2147483647");

    private final Set<String> columns;
    private final String condition;

    LoggedFigure(Set<String> columns, String condition) {
        this.columns = columns;
        this.condition = condition;
    }

    /** @return what the logs must have, beside the keys of a room */
    Set<String> columns() {
        return columns;
    }

    /** @return the condition on a row {@code l} of the logs, in SQL */
    String condition() {
        return condition;
    }
}
