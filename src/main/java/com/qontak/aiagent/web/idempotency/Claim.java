package com.qontak.aiagent.web.idempotency;

import java.util.UUID;

/** The right to answer for a key. */
record Claim(long organizationId, String key, UUID holder) {}
