package com.qontak.aiagent.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;

/** Whose keys a request uses: the same key of two organizations is two keys. */
@FunctionalInterface
public interface KeyOwner {

    /**
     * @param request a request whose caller is known
     * @return the tenant's id
     */
    long organizationId(HttpServletRequest request);
}
