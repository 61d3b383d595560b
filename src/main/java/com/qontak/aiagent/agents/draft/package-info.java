/** Drafting an agent from a prompt: {@code POST /v2/ai_agents/generate}. */
@NullMarked
package com.qontak.aiagent.agents.draft;

import org.jspecify.annotations.NullMarked;
