/** The logic map under {@code /v2/ai_agents/{ai_agent_uuid}/logic_map}: an agent drawn as a graph, as JSON or Mermaid. */
@NullMarked
package com.qontak.aiagent.agents.logicmap;

import org.jspecify.annotations.NullMarked;
