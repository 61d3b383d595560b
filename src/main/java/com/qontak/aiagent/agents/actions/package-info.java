/** The actions an agent can take: {@code GET /v2/ai_agents/actions}, and what validation asks of them. */
@NullMarked
package com.qontak.aiagent.agents.actions;

import org.jspecify.annotations.NullMarked;
