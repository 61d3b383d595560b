package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectCounts.Part;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.WindowCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counted days and hours of a slice, which add up to whatever has settled at a turn. The hour of the turn, or its day if
 * it has no hours, is in none of the sums.
 *
 * @param parts every day, and the hours of each day that holds a turn
 */
record Parts(List<Part> parts) {

    Parts {
        parts = List.copyOf(parts);
    }

    /** @return what is before the turn as it is, what is after it as pending */
    Map<LocalDate, DayCounts> byDay(Turn turn) {
        Map<LocalDate, DayCounts> days = new TreeMap<>();
        for (Part part : parts) {
            if (turn.isAfter(part.day(), part.hour())) {
                days.merge(part.day(), new DayCounts(part.day(), part.all(), part.afterHours()), DayCounts::plus);
            } else if (turn.isBefore(part.day(), part.hour())) {
                days.merge(
                        part.day(),
                        new DayCounts(part.day(), pending(part.all()), pending(part.afterHours())),
                        DayCounts::plus);
            }
        }
        return days;
    }

    /**
     * @param windows those of the curve, in hours
     * @param place which of them
     * @param turn what has been closed for that long is before it
     * @return the point of the curve
     */
    WindowCounts within(List<Integer> windows, int place, Turn turn) {
        long handled = 0;
        long resolved = 0;
        long returned = 0;
        for (Part part : parts) {
            if (turn.isAfter(part.day(), part.hour())) {
                handled += part.all().settled();
                resolved += part.all().aiResolved();
                returned += part.returnedWithin().get(place);
            }
        }
        return new WindowCounts(windows.get(place), handled, resolved, returned);
    }

    private static Counts pending(Counts counts) {
        return new Counts(counts.settled(), 0, 0, 0, 0);
    }
}
