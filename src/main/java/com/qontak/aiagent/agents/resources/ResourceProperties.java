package com.qontak.aiagent.agents.resources;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads are taken in.
 *
 * @param maxFileSize the largest file
 * @param uploadTimeout how long an upload and its answer may take together
 * @param maxConcurrentUploads files read from callers at the same time; more wait for their turn
 * @param followRedirects whether a page is asked where it leads before its address is accepted
 */
@ConfigurationProperties("resources")
@Validated
record ResourceProperties(
        @DefaultValue("20MB") DataSize maxFileSize,
        @DefaultValue("10m") Duration uploadTimeout,
        @DefaultValue("64") @Min(1) @Max(1000) int maxConcurrentUploads,
        @DefaultValue("true") boolean followRedirects) {}
