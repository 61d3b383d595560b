/** The local run: the service with a database, demo data and upstreams of its own, for trying things out by hand. */
package com.qontak.aiagent.localrun;
