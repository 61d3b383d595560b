/** The audit trail: who did what, recorded before it is done and once it is decided. */
@NullMarked
package com.qontak.aiagent.access.audit;

import org.jspecify.annotations.NullMarked;
