package com.qontak.aiagent.access.limits;

import java.time.Instant;

/**
 * Requests an instance may let through without asking again.
 *
 * @param count how many, 0 when the minute is used up
 * @param left how many more the minute has for whoever asks next
 * @param endsAt when the minute is over, and the grant with it
 */
record Grant(int count, int left, Instant endsAt) {}
