/** What the service costs between its callers and an upstream: programs that start everything in JVMs of their own. */
package com.qontak.benchmark.proxy;
