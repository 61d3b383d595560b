/** What the AI closed alone, what of it came back, and the figures made from the same counts. */
@NullMarked
package com.qontak.aiagent.impact.containment;

import org.jspecify.annotations.NullMarked;
