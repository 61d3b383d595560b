/** The queries over {@code rooms}, and the one classification of a room that every figure comes from. */
@NullMarked
package com.qontak.aiagent.impact.rooms;

import org.jspecify.annotations.NullMarked;
