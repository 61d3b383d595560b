/** The difference of two capability packs as changes that can be reviewed, and applied, one by one. */
@NullMarked
package com.qontak.aiagent.agents.refine;

import org.jspecify.annotations.NullMarked;
