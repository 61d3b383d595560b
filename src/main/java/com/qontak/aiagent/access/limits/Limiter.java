package com.qontak.aiagent.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Counts requests against an organization's limit, mostly without the database: what an instance may let through it
 * takes in portions of at most a thirtieth of the limit, and of a quarter of what is left of it.
 * <p>The limit is never passed in a minute, however many instances there are. It may be reached early, by what lies
 * unused with the other instances: less than a thirtieth of the limit each.
 * <p>While the database is away each instance counts by itself: requests are still answered where they can be, and
 * one instance alone still lets no more than the limit through.
 */
@Component
class Limiter {

    private static final Logger log = LoggerFactory.getLogger(Limiter.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SharedWindows shared;
    private final LimitProperties limits;
    private final Clock clock;
    private final Cache<Key, Window> windows =
            Caffeine.newBuilder().expireAfterAccess(REMEMBERED).build();
    private volatile Instant awayUntil = Instant.MIN;

    Limiter(SharedWindows shared, LimitProperties limits, Clock clock) {
        this.shared = shared;
        this.limits = limits;
        this.clock = clock;
    }

    Decision decide(long organizationId, LimitedKind kind) {
        Key key = new Key(organizationId, kind);
        return windows.get(key, Window::new).next(clock.instant());
    }

    private Grant grant(Key key, Grant former, Instant now) {
        int limit = limits.of(key.kind());
        if (now.isBefore(awayUntil)) {
            return alone(limit, former, now);
        }
        try {
            return shared.take(key.organizationId(), key.kind(), limit, now);
        } catch (DataAccessException away) {
            // Asked again soon, but not by every request, each of which would wait for the same failure.
            awayUntil = now.plus(PAUSE);
            log.warn("Limits are counted by this instance alone for now", away);
            return alone(limit, former, now);
        }
    }

    /** What is left of the minute that has begun, as far as this instance knows, or a minute of its own. */
    private static Grant alone(int limit, Grant former, Instant now) {
        return now.isBefore(former.endsAt())
                ? new Grant(former.left(), 0, former.endsAt())
                : new Grant(limit, 0, now.plus(SharedWindows.MINUTE));
    }

    private record Key(long organizationId, LimitedKind kind) {}

    private final class Window {

        private final Key key;
        private final ReentrantLock lock = new ReentrantLock();
        private Grant grant = new Grant(0, 0, Instant.MIN);
        private int used;

        Window(Key key) {
            this.key = key;
        }

        Decision next(Instant now) {
            lock.lock();
            try {
                boolean over = !now.isBefore(grant.endsAt());
                boolean moreToHave = used == grant.count() && grant.left() > 0;
                if (over || moreToHave) {
                    grant = grant(key, grant, now);
                    used = 0;
                }
                boolean allowed = used < grant.count();
                if (allowed) {
                    used++;
                }
                return new Decision(
                        allowed, limits.of(key.kind()), grant.count() - used + grant.left(), secondsUntilEnd(now));
            } finally {
                lock.unlock();
            }
        }

        private long secondsUntilEnd(Instant now) {
            Duration left = Duration.between(now, grant.endsAt());
            return Math.max(1, left.plusNanos(999_999_999).toSeconds());
        }
    }
}
