package com.qontak.aiagent.impact.story;

import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.WorkAbsorbed;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.trend.Trend;

/**
 * What a story is told from.
 *
 * @param slice which conversations
 * @param containment the hero
 * @param trend how it moves
 * @param afterHours what happened outside business hours
 * @param workAbsorbed what it saved
 * @param forecast what comes next
 * @param sentiment how customers' mood changed
 * @param turns how many turns it took
 */
public record Told(
        Slice slice,
        Containment containment,
        Trend trend,
        AfterHours afterHours,
        WorkAbsorbed workAbsorbed,
        Forecast forecast,
        Sentiment sentiment,
        Turns turns) {}
