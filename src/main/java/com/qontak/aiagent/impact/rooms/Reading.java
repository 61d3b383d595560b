package com.qontak.aiagent.impact.rooms;

import java.time.Instant;

/**
 * The rooms at one moment.
 *
 * @param rooms what every question is put to
 * @param freshAsOf that moment: the answers equal a recount of the rooms as they stood then; never after the time of the
 *     answer
 */
public record Reading(Rooms rooms, Instant freshAsOf) {}
