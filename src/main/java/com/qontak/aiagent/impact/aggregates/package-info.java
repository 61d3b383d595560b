/** Answers from figures counted beforehand, and keeps those equal to a recount of the rooms. */
@NullMarked
package com.qontak.aiagent.impact.aggregates;

import org.jspecify.annotations.NullMarked;
