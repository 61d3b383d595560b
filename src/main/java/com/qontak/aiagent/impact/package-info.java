/** The AI agent impact report under {@code /impact}: the only code that reads {@code rooms}. */
@NullMarked
package com.qontak.aiagent.impact;

import org.jspecify.annotations.NullMarked;
