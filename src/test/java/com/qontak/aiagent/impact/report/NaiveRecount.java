package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.testing.Room;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions once more, room by room in memory, sharing no code with what they check. */
record NaiveRecount(List<Room> rooms, Slice slice, List<LocalDate> holidays) {

    boolean closedInPeriod(Room room) {
        if (room.closedAt() == null) {
            return false;
        }
        LocalDate day = local(room.closedAt()).toLocalDate();
        return !day.isBefore(slice.period().from())
                && !day.isAfter(slice.period().to());
    }

    boolean handled(Room room) {
        return closedInPeriod(room) && room.aiAgentId() != null;
    }

    boolean settled(Room room) {
        return room.closedAt() != null
                && !Duration.between(room.closedAt(), slice.asOf())
                        .minus(slice.reopenWindow())
                        .isNegative();
    }

    boolean resolved(Room room) {
        return handled(room) && "RESOLVE_AI".equals(room.closedReason()) && room.personId() == null;
    }

    boolean cameBack(Room room, Duration window) {
        return rooms.stream().anyMatch(other -> cameBackAs(room, other, window));
    }

    private static boolean cameBackAs(Room room, Room other, Duration window) {
        if (room.closedAt() == null || room.contactId() == null || other == room) {
            return false;
        }
        long seconds = Duration.between(room.closedAt(), other.createdAt()).toSeconds();
        return room.contactId().equals(other.contactId()) && seconds > 0 && seconds <= window.toSeconds();
    }

    boolean netContained(Room room) {
        return resolved(room) && settled(room) && !cameBack(room, slice.reopenWindow());
    }

    boolean reopened(Room room) {
        return resolved(room) && settled(room) && cameBack(room, slice.reopenWindow());
    }

    boolean afterHours(Room room) {
        ZonedDateTime created = local(room.createdAt());
        boolean weekend = created.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean outside = created.getHour() < 9 || created.getHour() >= 17;
        return weekend || outside || holidays.contains(created.toLocalDate());
    }

    long count(Predicate<Room> which) {
        return rooms.stream().filter(which).count();
    }

    Stream<Room> that(Predicate<Room> which) {
        return rooms.stream().filter(which);
    }

    @Nullable
    BigDecimal medianMinutes(Predicate<Room> which) {
        List<Long> seconds = rooms.stream()
                .filter(which)
                .map(room -> Duration.between(room.createdAt(), room.closedAt()).toSeconds())
                .sorted()
                .toList();
        if (seconds.isEmpty()) {
            return null;
        }
        int middle = seconds.size() / 2;
        long twice = seconds.size() % 2 == 1 ? 2 * seconds.get(middle) : seconds.get(middle - 1) + seconds.get(middle);
        return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(120), 1, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : new BigDecimal(part).divide(new BigDecimal(whole), 4, RoundingMode.HALF_UP);
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(slice.period().timeZone());
    }
}
