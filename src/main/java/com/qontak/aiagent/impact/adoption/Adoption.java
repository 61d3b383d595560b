package com.qontak.aiagent.impact.adoption;

/**
 * How many organizations use the report.
 *
 * @param enabled organizations whose plan includes the autonomous agent and to whom it is rolled out
 * @param lookedThisMonth organizations whose admin has looked this month, which is not over
 * @param lookedLastMonth organizations whose admin looked last month
 * @param returnedThisMonth those of this month whose admin looked last month too
 * @param returnedLastMonth those of last month whose admin looked the month before too
 */
record Adoption(
        long enabled, long lookedThisMonth, long lookedLastMonth, long returnedThisMonth, long returnedLastMonth) {}
