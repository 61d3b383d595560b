/** When an organization is open, and so what is after hours. */
@NullMarked
package com.qontak.aiagent.impact.hours;

import org.jspecify.annotations.NullMarked;
