/** What became of every conversation, and how the AI's conversations went. */
@NullMarked
package com.qontak.aiagent.impact.journey;

import org.jspecify.annotations.NullMarked;
