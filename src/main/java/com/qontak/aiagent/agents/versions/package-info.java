/** The history of an agent: its versions, what changed between two, and going back to one. */
@NullMarked
package com.qontak.aiagent.agents.versions;

import org.jspecify.annotations.NullMarked;
