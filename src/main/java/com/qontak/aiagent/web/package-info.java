/** What every endpoint shares: problem documents, findings, paging, conditional requests and request ids. */
@NullMarked
package com.qontak.aiagent.web;

import org.jspecify.annotations.NullMarked;
