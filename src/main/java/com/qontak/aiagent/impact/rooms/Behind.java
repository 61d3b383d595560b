package com.qontak.aiagent.impact.rooms;

/**
 * Which number the rooms are behind.
 *
 * @param selection the figure
 * @param onlyAfterHours whether the figure is over rooms created outside business hours only
 */
public record Behind(Selection selection, boolean onlyAfterHours) {}
