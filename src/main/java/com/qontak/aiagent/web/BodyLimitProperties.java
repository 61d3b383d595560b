package com.qontak.aiagent.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be, and all of them together.
 *
 * @param maxBodySize any body but an upload: room for a pack of 1 MiB, its spaces and what stands around it
 * @param maxTreeSize a tree diagram to be migrated: 20 000 nodes of half a KiB
 * @param maxUploadSize a multipart body: a file of 20 MiB and what stands around it
 * @param maxBodyMemory what the bodies of all requests under way may take in memory, as estimated; uploads take none
 */
@ConfigurationProperties("web")
record BodyLimitProperties(
        @DefaultValue("4MB") DataSize maxBodySize,
        @DefaultValue("10MB") DataSize maxTreeSize,
        @DefaultValue("21MB") DataSize maxUploadSize,
        @DefaultValue("128MB") DataSize maxBodyMemory) {}
