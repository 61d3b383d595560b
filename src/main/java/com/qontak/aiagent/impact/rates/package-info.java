/** Exact rates, their intervals and their differences: pure arithmetic on counts. */
@NullMarked
package com.qontak.aiagent.impact.rates;

import org.jspecify.annotations.NullMarked;
