package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A page of an agent's versions.
 *
 * @param versions the agent as it was each time, without its pack
 * @param total versions on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record VersionListPayload(List<AgentPayload> versions, long total) {}
