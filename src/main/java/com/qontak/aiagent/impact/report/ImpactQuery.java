package com.qontak.aiagent.impact.report;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the query parameters that every figure takes. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "The first day, a local date of the organization. Without it: 27 days before `to`.",
        schema = @Schema(type = "string", format = "date", examples = "2026-10-24"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "The last day, included. Without it: yesterday, the last day that is over. The period has at"
                + " most 731 days, both ends included.",
        schema = @Schema(type = "string", format = "date", examples = "2026-11-20"))
@Parameter(
        name = "channel",
        in = ParameterIn.QUERY,
        description = "Only conversations of this channel, as the inbox names it. Without it: all channels.",
        schema = @Schema(type = "string", examples = "whatsapp"))
@Parameter(
        name = "ai_agent_id",
        in = ParameterIn.QUERY,
        description = "Only conversations in which this AI agent took part. Without it: all agents.",
        schema = @Schema(type = "string", format = "uuid", examples = "a1e00001-0000-4000-8000-000000000001"))
@interface ImpactQuery {}
