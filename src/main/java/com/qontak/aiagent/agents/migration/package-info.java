/** Moving agents over from the tree diagram under {@code /v2/ai_agents/migrations}: reading a tree, mapping it, saving it. */
@NullMarked
package com.qontak.aiagent.agents.migration;

import org.jspecify.annotations.NullMarked;
