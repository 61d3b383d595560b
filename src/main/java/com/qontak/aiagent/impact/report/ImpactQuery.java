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
        description = "First local date; 27 days before `to` when absent.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Last local date, included; yesterday when absent.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "channel",
        in = ParameterIn.QUERY,
        description = "Only conversations of this channel.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "ai_agent_id",
        in = ParameterIn.QUERY,
        description = "Only conversations in which this AI agent took part.",
        schema = @Schema(type = "string", format = "uuid"))
@interface ImpactQuery {}
