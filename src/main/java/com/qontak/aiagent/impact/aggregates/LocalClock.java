package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.rooms.LocalTimes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What days are counted by. Days that were counted by another one are not used: so a changed time zone, holiday or
 * business hour counts at once, and so do new rules of a time zone that an instance brings.
 *
 * @param days digest of where days begin and end, and of the windows
 * @param hours digest of what is after hours
 */
record LocalClock(String days, String hours) {

    private static final int LENGTH = 16;
    private static final Map<ZoneId, String> OFFSETS = new ConcurrentHashMap<>();

    /**
     * @param zone the organization's time zone
     * @param hours when it is open
     * @param window the reopen window
     * @return what its days are counted by
     */
    static LocalClock of(ZoneId zone, BusinessHours hours, Duration window) {
        return new LocalClock(days(zone, window), digest(hours.minutesOfTheWeek() + hours.holidays()));
    }

    /**
     * @param zone a time zone
     * @param window the reopen window
     * @return whether days begin and end by that zone, and comebacks are told by that window
     */
    boolean hasDaysOf(ZoneId zone, Duration window) {
        return days.equals(days(zone, window));
    }

    private static String days(ZoneId zone, Duration window) {
        return digest(OFFSETS.computeIfAbsent(zone, LocalClock::offsets) + window + ReopenPoint.WINDOWS);
    }

    private static String offsets(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        StringBuilder offsets = new StringBuilder(rules.getOffset(Instant.EPOCH).getId());
        ZoneOffsetTransition change = rules.nextTransition(Instant.EPOCH);
        while (change != null && change.getInstant().isBefore(LocalTimes.LAST_CHANGE)) {
            offsets.append(change.toEpochSecond())
                    .append(change.getOffsetAfter().getId());
            change = rules.nextTransition(change.getInstant());
        }
        return offsets.toString();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
