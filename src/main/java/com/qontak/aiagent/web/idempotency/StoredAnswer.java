package com.qontak.aiagent.web.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer to repeat.
 *
 * @param status a 2xx status
 * @param contentType of the body, null without one
 * @param etag the header, null without one
 * @param location the header, null without one
 * @param body as it was sent, possibly empty
 */
record StoredAnswer(
        int status, @Nullable String contentType, @Nullable String etag, @Nullable String location, byte[] body) {}
