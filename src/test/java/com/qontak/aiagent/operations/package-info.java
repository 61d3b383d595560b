/** What is said to those who run the service: its logs, traces and metrics, and the files they run it with. */
@NullMarked
package com.qontak.aiagent.operations;

import org.jspecify.annotations.NullMarked;
