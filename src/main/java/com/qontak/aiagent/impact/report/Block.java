package com.qontak.aiagent.impact.report;

/** One part of the report, which can also be asked for on its own. */
enum Block {
    CONTAINMENT,
    TREND,
    WATERFALL,
    REOPEN_CURVE,
    FORECAST,
    AFTER_HOURS,
    WORK_ABSORBED,
    SENTIMENT,
    TURNS,
    JOURNEY,
    STORY
}
