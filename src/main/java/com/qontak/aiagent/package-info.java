/** The application class alone; each feature has a package of its own. */
@NullMarked
package com.qontak.aiagent;

import org.jspecify.annotations.NullMarked;
