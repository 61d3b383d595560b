/** The capability pack: its schema, its canonical words and its validation. */
@NullMarked
package com.qontak.aiagent.agents.pack;

import org.jspecify.annotations.NullMarked;
