/** The database of the local run: an embedded Postgres, the relations the chatbot owns, and months of invented rooms. */
@NullMarked
package com.qontak.aiagent.localrun.demo;

import org.jspecify.annotations.NullMarked;
