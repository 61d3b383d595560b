/** What only the customer knows: what a conversation costs, when they are open, when the AI began. */
@NullMarked
package com.qontak.aiagent.impact.assumptions;

import org.jspecify.annotations.NullMarked;
