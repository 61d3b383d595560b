/** What tests of several packages share. */
@NullMarked
package com.qontak.aiagent.testing;

import org.jspecify.annotations.NullMarked;
