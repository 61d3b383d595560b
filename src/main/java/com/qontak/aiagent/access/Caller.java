package com.qontak.aiagent.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, and for which organization: every read and write is bound to {@link #organization()}.
 *
 * @param actorId the token's {@code sub}
 * @param roles the roles of the token that this service knows; possibly empty
 * @param organization the tenant: the token's own, or the one a specialist acts for
 * @param actingFor the tenant's id when it is not the token's own, else null
 * @param requestId the id of this request, as it is answered in {@code X-Request-Id} and sent upstream
 */
public record Caller(
        String actorId, Set<Role> roles, Organization organization, @Nullable Long actingFor, String requestId) {

    /** The request header by which a specialist says which organization to act for, by its id. */
    public static final String ACTING_FOR_HEADER = "X-Organization-Id";

    /** Copies the roles, so that a caller never changes. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @return the tenant's id */
    public long organizationId() {
        return organization.id();
    }
}
