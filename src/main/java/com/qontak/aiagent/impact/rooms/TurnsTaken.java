package com.qontak.aiagent.impact.rooms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many turns conversations took.
 *
 * @param median the mean of the middle two when even; null when nothing was logged
 * @param p90 the 90th percentile, interpolated; null when nothing was logged
 * @param conversations how many they are taken of
 */
public record TurnsTaken(@Nullable BigDecimal median, @Nullable BigDecimal p90, long conversations) {}
