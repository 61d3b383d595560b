/** The autonomous agent builder under {@code /v2/ai_agents}: its calls, its rules and the ports it needs. */
@NullMarked
package com.qontak.aiagent.agents;

import org.jspecify.annotations.NullMarked;
