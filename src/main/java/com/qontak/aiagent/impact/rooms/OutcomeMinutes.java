package com.qontak.aiagent.impact.rooms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many closed rooms had an outcome, and how long they took.
 *
 * @param outcome what became of them
 * @param conversations how many
 * @param timed how many of them have a length: a finite one that is not below zero
 * @param medianMinutes the median of those from creation to close, one decimal, half-up; null when there are none
 */
public record OutcomeMinutes(Outcome outcome, long conversations, long timed, @Nullable BigDecimal medianMinutes) {}
