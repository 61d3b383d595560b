/** Creating calls that may be repeated: the same {@code Idempotency-Key} gets the same answer and creates once. */
@NullMarked
package com.qontak.aiagent.web.idempotency;

import org.jspecify.annotations.NullMarked;
