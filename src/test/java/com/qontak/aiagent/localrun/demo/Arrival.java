package com.qontak.aiagent.localrun.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who writes.
 *
 * @param contactId null for one who cannot be told from others
 * @param isComeback whether it is about something that seemed settled
 */
record Arrival(Instant at, @Nullable Long contactId, boolean isComeback) {}
