/** How the net rate moves: week by week, against the first weeks, and against the period before. */
@NullMarked
package com.qontak.aiagent.impact.trend;

import org.jspecify.annotations.NullMarked;
