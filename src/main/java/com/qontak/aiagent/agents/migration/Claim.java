package com.qontak.aiagent.agents.migration;

import java.util.UUID;

/**
 * The right to make the one agent of a tree diagram.
 *
 * @param generation how many agents were made of it and deleted since
 * @param holder which run holds it; another one once the lock has run out
 */
record Claim(long organizationId, String pathId, int generation, UUID holder) {

    /**
     * The same for every run that may make this agent, so that the upstream makes it once. The blank keeps it apart from
     * every key that a caller can choose.
     */
    String idempotencyKey() {
        return "migration " + generation + " " + pathId;
    }
}
