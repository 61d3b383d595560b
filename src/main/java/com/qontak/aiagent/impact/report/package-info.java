/** The calls under {@code /impact} that answer figures: one block each, or all of them with the story. */
@NullMarked
package com.qontak.aiagent.impact.report;

import org.jspecify.annotations.NullMarked;
