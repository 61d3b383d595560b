/** The two data sources: the service's own schema, and the relations of others that it may only read. */
@NullMarked
package com.qontak.aiagent.database;

import org.jspecify.annotations.NullMarked;
