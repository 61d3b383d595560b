/** Refusing to start, in one line, when a required setting or relation is missing or malformed. */
@NullMarked
package com.qontak.aiagent.startup;

import org.jspecify.annotations.NullMarked;
