package com.qontak.aiagent.impact.aggregates;

import java.math.BigDecimal;

/**
 * What two sets of rows are compared by without moving them.
 *
 * @param rows how many
 * @param sum of a hash of each
 */
record Digest(long rows, BigDecimal sum) {}
