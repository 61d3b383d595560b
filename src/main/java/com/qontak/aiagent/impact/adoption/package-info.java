/** Whether the report is used: which organizations' admins look at it, month by month, and come back. */
@NullMarked
package com.qontak.aiagent.impact.adoption;

import org.jspecify.annotations.NullMarked;
