package com.qontak.aiagent.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller is in the organization, as the token's {@code roles} claim names it in lower case. */
public enum Role {
    /** Works for the vendor, and may act for any organization. */
    SPECIALIST,
    /** Builds agents for the organization. */
    BOT_BUILDER,
    /** Administers the organization. */
    ORG_ADMIN,
    /** Supervises the organization's customer service. */
    SUPERVISOR,
    /** Owns the organization. */
    OWNER;

    /** Who may build agents. */
    static final Set<Role> BUILDERS = Set.of(SPECIALIST, BOT_BUILDER, ORG_ADMIN);

    /** @return the name in the token, such as {@code org_admin} */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param claim one entry of the {@code roles} claim
     * @return the role, or empty for a name this service does not know: such an entry grants nothing
     */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
