/** Adapter of {@code mekari-agent}, the service that owns the agents and the action catalogue. */
@NullMarked
package com.qontak.aiagent.upstream.mekariagent;

import org.jspecify.annotations.NullMarked;
