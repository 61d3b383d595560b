package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.period.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of every figure's call: what it is about, and the blocks that were asked for.
 *
 * @param organizationId the tenant
 * @param period the local dates it is over, both included
 * @param asOf the time of the answer
 * @param freshAsOf the figures equal a recount of the rooms as they stood then
 * @param settledThrough rooms closed at or before this are settled
 * @param containment the hero; absent unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImpactReport", description = "What the AI did, how well, and what it is worth.")
record Report(
        long organizationId,
        Period period,
        Instant asOf,
        Instant freshAsOf,
        Instant settledThrough,
        @Nullable Containment containment) {}
