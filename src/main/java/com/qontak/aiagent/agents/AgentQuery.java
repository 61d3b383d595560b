package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which agents are asked for.
 *
 * @param page which part of the list
 * @param query text the name contains, null for any
 * @param status null for any
 */
public record AgentQuery(PageRequest page, @Nullable String query, @Nullable AgentStatus status) {}
