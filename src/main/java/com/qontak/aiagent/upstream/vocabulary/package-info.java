/** The one table between the public vocabulary and the upstream one, and the translation made from it. */
@NullMarked
package com.qontak.aiagent.upstream.vocabulary;

import org.jspecify.annotations.NullMarked;
