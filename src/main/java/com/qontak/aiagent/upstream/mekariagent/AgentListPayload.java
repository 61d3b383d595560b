package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A page of agents.
 *
 * @param agents without their packs
 * @param total agents on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AgentListPayload(List<AgentPayload> agents, long total) {}
