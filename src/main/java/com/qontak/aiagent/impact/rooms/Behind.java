package com.qontak.aiagent.impact.rooms;

import org.jspecify.annotations.Nullable;

/**
 * Which number the rooms are behind.
 *
 * @param selection the figure
 * @param afterHours true for those of them created outside business hours, false for those created within; null for all
 * @param onlySettled whether only rooms closed for at least the window count, as in the points of the reopen curve
 */
public record Behind(Selection selection, @Nullable Boolean afterHours, boolean onlySettled) {}
