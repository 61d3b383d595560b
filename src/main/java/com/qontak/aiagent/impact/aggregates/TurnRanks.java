package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectDays.TurnTotal;
import com.qontak.aiagent.impact.rooms.TurnsTaken;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rooms took how many turns.
 *
 * @param rooms by turns, in order
 */
record TurnRanks(TreeMap<Double, Long> rooms) {

    static TurnRanks of(Collection<TurnTotal> totals) {
        TreeMap<Double, Long> rooms = new TreeMap<>();
        totals.forEach(total -> rooms.merge(total.turns().doubleValue(), total.conversations(), Long::sum));
        return new TurnRanks(rooms);
    }

    /** @return the median and the 90th percentile, interpolated between ranks as the database would */
    TurnsTaken taken() {
        long count = rooms.values().stream().mapToLong(Long::longValue).sum();
        return count == 0
                ? new TurnsTaken(null, null, 0)
                : new TurnsTaken(percentile(0.5, count), percentile(0.9, count), count);
    }

    private BigDecimal percentile(double fraction, long count) {
        double place = fraction * (count - 1);
        double lower = at((long) Math.floor(place));
        double upper = at((long) Math.ceil(place));
        return BigDecimal.valueOf(lower + (place - Math.floor(place)) * (upper - lower));
    }

    private double at(long rank) {
        long before = 0;
        for (Map.Entry<Double, Long> entry : rooms.entrySet()) {
            before += entry.getValue();
            if (before > rank) {
                return entry.getKey();
            }
        }
        return rooms.lastKey();
    }
}
