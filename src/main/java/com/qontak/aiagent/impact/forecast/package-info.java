/** What comes next, with its interval and the error such forecasts have had. */
@NullMarked
package com.qontak.aiagent.impact.forecast;

import org.jspecify.annotations.NullMarked;
