/** Who is calling, for which organization, and what that organization may use. */
@NullMarked
package com.qontak.aiagent.access;

import org.jspecify.annotations.NullMarked;
