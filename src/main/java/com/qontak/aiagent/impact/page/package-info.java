/** The report as one self-contained page, to print or to show on a phone. */
@NullMarked
package com.qontak.aiagent.impact.page;

import org.jspecify.annotations.NullMarked;
