/** The three upstream services as the local run meets them: stateful, in memory, each on a loopback port of its own. */
@NullMarked
package com.qontak.aiagent.localrun.simulator;

import org.jspecify.annotations.NullMarked;
