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
        @Schema(description = "The organization the figures are of.", example = "1") long organizationId,
        @Schema(description = "The days the figures are over, both included.") Period period,
        @Schema(description = "The only channel they are over; absent for all channels.", example = "whatsapp")
                @Nullable
                String channel,
        @Schema(
                        description = "The only AI agent they are over; absent for all.",
                        example = "a1e00001-0000-4000-8000-000000000001")
                @Nullable
                UUID aiAgentId,
        @Schema(description = "When this was answered, in UTC.", example = "2026-11-21T02:00:00Z") Instant asOf,
        @Schema(
                        description = "The figures equal a recount of the conversations as they stood then, in UTC.",
                        example = "2026-11-21T02:00:00Z")
                Instant freshAsOf,
        @Schema(
                        description =
                                "Conversations closed at or before this can no longer change their outcome, in UTC.",
                        example = "2026-11-19T02:00:00Z")
                Instant settledThrough,
        @Schema(description = "What the AI closed alone, and how much stayed closed; absent when it was not asked for.")
                @Nullable
                Containment containment,
        @Schema(description = "How the net rate moves; absent when it was not asked for.") @Nullable Trend trend,
        @Schema(
                        description = "The steps from all settled conversations to those the AI closed for good;"
                                + " absent when they were not asked for.")
                @Nullable
                List<WaterfallStep> waterfall,
        @Schema(description = "The figures for other reopen windows; absent when they were not asked for.") @Nullable
                List<ReopenPoint> reopenCurve,
        @Schema(description = "What comes next, if things go on as they have; absent when it was not asked for.")
                @Nullable
                Forecast forecast,
        @Schema(
                        description = "The conversations that began outside business hours; absent when they were not"
                                + " asked for.")
                @Nullable
                AfterHours afterHours,
        @Schema(description = "The people's time it stands for; absent when it was not asked for.") @Nullable
                WorkAbsorbed workAbsorbed,
        @Schema(description = "How customers' mood changed; absent when it was not asked for.") @Nullable
                Sentiment sentiment,
        @Schema(description = "How many turns the AI took; absent when it was not asked for.") @Nullable Turns turns,
        @Schema(description = "What became of every closed conversation; absent when it was not asked for.") @Nullable
                List<JourneyStep> journey,
        @Schema(description = "All of it in words; absent when it was not asked for.") @Nullable Story story,
        @Schema(description = "Where the conversations behind the numbers are listed.") ReportLinks links) {}
