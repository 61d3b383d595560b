/** Reading the audit trail: what was done with an agent, and the initiative's figures. */
@NullMarked
package com.qontak.aiagent.agents.audit;

import org.jspecify.annotations.NullMarked;
