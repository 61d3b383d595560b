package com.qontak.aiagent.access.limits;

/**
 * Whether a request may pass, as the {@code RateLimit-*} headers tell it.
 *
 * @param allowed whether it may
 * @param limit requests a minute
 * @param remaining how many more this minute has, as far as this instance knows
 * @param resetSeconds whole seconds, rounded up, until the minute is over; at least 1
 */
record Decision(boolean allowed, int limit, int remaining, long resetSeconds) {}
