/** Which rooms a figure is over: the organization, its local dates, the filters and the time of the answer. */
@NullMarked
package com.qontak.aiagent.impact.period;

import org.jspecify.annotations.NullMarked;
