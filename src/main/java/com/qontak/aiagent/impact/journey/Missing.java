package com.qontak.aiagent.impact.journey;

/** Why a figure from the activity logs cannot be given. */
public final class Missing {

    /** The relation is not there, or lacks a column. */
    public static final String NO_LOGS = "no_activity_logs";

    /** The relation is there, and holds nothing about these rooms. */
    static final String NOTHING_LOGGED = "nothing_logged";

    /** There is no room that it could be measured on. */
    static final String NOTHING_TO_MEASURE = "nothing_to_measure";

    private Missing() {}
}
