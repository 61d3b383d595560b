/** What the three upstream adapters share: one client each, its limits, and how its failures become problems. */
@NullMarked
package com.qontak.aiagent.upstream;

import org.jspecify.annotations.NullMarked;
