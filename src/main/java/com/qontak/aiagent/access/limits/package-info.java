/** How much an organization may ask for in a minute, on all instances together. */
@NullMarked
package com.qontak.aiagent.access.limits;

import org.jspecify.annotations.NullMarked;
