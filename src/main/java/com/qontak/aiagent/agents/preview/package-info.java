/** Trying an agent out, one turn at a time: {@code POST /v2/ai_agents/{ai_agent_uuid}/preview}. */
@NullMarked
package com.qontak.aiagent.agents.preview;

import org.jspecify.annotations.NullMarked;
