/** The figures in whole sentences, for somebody who has never seen a report like this. */
@NullMarked
package com.qontak.aiagent.impact.story;

import org.jspecify.annotations.NullMarked;
