/** Spring Cloud Gateway as a peer to measure against: passing bytes through, or with the duties of the product. */
package com.qontak.benchmark.gateway;
