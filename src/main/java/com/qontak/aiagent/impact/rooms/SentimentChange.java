package com.qontak.aiagent.impact.rooms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the mood changed between the first and the last message.
 *
 * @param mean in [-2, 2], unrounded; null when nothing was logged
 * @param conversations how many it is the mean of
 */
public record SentimentChange(@Nullable BigDecimal mean, long conversations) {}
