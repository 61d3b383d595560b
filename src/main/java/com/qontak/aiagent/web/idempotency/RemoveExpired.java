package com.qontak.aiagent.web.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes a bounded number of expired keys now and then; every instance may, none waits for another. */
@Component
final class RemoveExpired {

    private static final Logger log = LoggerFactory.getLogger(RemoveExpired.class);
    private static final int MOST_ROUNDS = 20;

    private final Claims claims;

    RemoveExpired(Claims claims) {
        this.claims = claims;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void remove() {
        try {
            int removed = Claims.REMOVED_AT_ONCE;
            for (int round = 0; round < MOST_ROUNDS && removed == Claims.REMOVED_AT_ONCE; round++) {
                removed = claims.removeExpired();
            }
        } catch (DataAccessException away) {
            log.warn("Expired keys stay for now", away);
        }
    }
}
