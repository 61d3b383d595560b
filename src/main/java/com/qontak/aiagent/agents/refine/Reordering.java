package com.qontak.aiagent.agents.refine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one list of ids becomes another: some are removed, as many as can stay where they are, and the others arrive at
 * their place one after the other, from the front of the new list.
 *
 * @param removed indexes in the old list, the last first, so that each still holds when it is its turn
 * @param arrivals in the order of the new list
 */
record Reordering(List<Integer> removed, List<Arrival> arrivals) {

    /**
     * An item that is added or moved.
     *
     * @param before its index in the old list; -1 when it is new
     * @param after its index in the new list
     * @param behind the nearest item before it that stays; null at the front
     * @param from its index when it is its turn; -1 when it is new
     * @param to where it goes when it is its turn, counted without it
     */
    record Arrival(String id, int before, int after, @Nullable String behind, int from, int to) {

        boolean isNew() {
            return before < 0;
        }
    }

    static Reordering between(List<String> before, List<String> after) {
        Map<String, Integer> oldIndexes = new HashMap<>();
        before.forEach(id -> oldIndexes.put(id, oldIndexes.size()));
        Set<String> kept = new HashSet<>(after);
        List<String> working = new ArrayList<>(before);
        List<Integer> removed = new ArrayList<>();
        for (int index = before.size() - 1; index >= 0; index--) {
            if (!kept.contains(before.get(index))) {
                removed.add(index);
                working.remove(index);
            }
        }
        return new Reordering(removed, arrivals(after, oldIndexes, working));
    }

    private static List<Arrival> arrivals(List<String> after, Map<String, Integer> oldIndexes, List<String> working) {
        Set<String> staying =
                staying(after.stream().filter(oldIndexes::containsKey).toList(), oldIndexes);
        List<Arrival> arrivals = new ArrayList<>();
        String behind = null;
        int to = 0;
        for (int index = 0; index < after.size(); index++) {
            String id = after.get(index);
            if (staying.contains(id)) {
                behind = id;
                to = working.indexOf(id) + 1;
                continue;
            }
            int from = working.indexOf(id);
            if (from >= 0) {
                working.remove(from);
                to -= from < to ? 1 : 0;
            }
            working.add(to, id);
            arrivals.add(new Arrival(id, oldIndexes.getOrDefault(id, -1), index, behind, from, to));
            to++;
        }
        return arrivals;
    }

    /** A longest run of ids that are in the same order in both lists, found by patience sorting. */
    private static Set<String> staying(List<String> common, Map<String, Integer> oldIndexes) {
        int[] ends = new int[common.size()];
        int[] endsAt = new int[common.size()];
        int[] previous = new int[common.size()];
        int longest = 0;
        for (int index = 0; index < common.size(); index++) {
            int oldIndex = oldIndexes.getOrDefault(common.get(index), -1);
            int length = -Arrays.binarySearch(ends, 0, longest, oldIndex) - 1;
            ends[length] = oldIndex;
            endsAt[length] = index;
            previous[index] = length == 0 ? -1 : endsAt[length - 1];
            longest = Math.max(longest, length + 1);
        }
        Set<String> staying = new HashSet<>();
        for (int index = longest == 0 ? -1 : endsAt[longest - 1]; index >= 0; index = previous[index]) {
            staying.add(common.get(index));
        }
        return staying;
    }
}
