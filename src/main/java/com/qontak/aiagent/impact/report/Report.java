package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.containment.WaterfallStep;
import com.qontak.aiagent.impact.containment.WorkAbsorbed;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.story.Story;
import com.qontak.aiagent.impact.trend.Trend;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of every figure's call: what it is about, and the blocks that were asked for. A block that was not is
 * absent.
 *
 * @param organizationId the tenant
 * @param period the local dates it is over, both included
 * @param channel the only channel it is over; absent for all
 * @param aiAgentId the only AI agent it is over; absent for all
 * @param asOf the time of the answer
 * @param freshAsOf the figures equal a recount of the rooms as they stood then
 * @param settledThrough rooms closed at or before this are settled
 * @param containment the hero
 * @param trend how it moves
 * @param waterfall the steps from settled to net contained
 * @param reopenCurve what other windows would make of it
 * @param forecast what comes next
 * @param afterHours the rooms created outside business hours
 * @param workAbsorbed the people's time it stands for
 * @param sentiment how customers' mood changed
 * @param turns how many turns it took
 * @param journey what became of every closed room
 * @param story all of it in words
 * @param links where the rooms behind the numbers are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImpactReport", description = "What the AI did, how well, and what it is worth.")
record Report(
        long organizationId,
        Period period,
        @Nullable String channel,
        @Nullable UUID aiAgentId,
        Instant asOf,
        Instant freshAsOf,
        Instant settledThrough,
        @Nullable Containment containment,
        @Nullable Trend trend,
        @Nullable List<WaterfallStep> waterfall,
        @Nullable List<ReopenPoint> reopenCurve,
        @Nullable Forecast forecast,
        @Nullable AfterHours afterHours,
        @Nullable WorkAbsorbed workAbsorbed,
        @Nullable Sentiment sentiment,
        @Nullable Turns turns,
        @Nullable List<JourneyStep> journey,
        @Nullable Story story,
        ReportLinks links) {}
