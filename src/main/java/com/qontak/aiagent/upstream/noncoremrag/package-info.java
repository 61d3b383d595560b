/** Adapter of {@code noncore-mrag}, the service that owns the knowledge of agents. */
@NullMarked
package com.qontak.aiagent.upstream.noncoremrag;

import org.jspecify.annotations.NullMarked;
