package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Capability;
import com.qontak.aiagent.agents.pack.PackOutline.Checkpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checkpoints of a capability by their index, and which leads to which; followed without recursion. */
final class CheckpointGraph {

    private final List<List<Integer>> forward = new ArrayList<>();
    private final List<List<Integer>> backward = new ArrayList<>();
    private final BitSet ends = new BitSet();

    CheckpointGraph(Capability capability) {
        Map<String, Integer> indexes = new HashMap<>();
        for (Checkpoint checkpoint : capability.checkpoints()) {
            if (checkpoint.id() != null) {
                indexes.putIfAbsent(checkpoint.id(), forward.size());
            }
            forward.add(new ArrayList<>());
            backward.add(new ArrayList<>());
        }
        for (int from = 0; from < size(); from++) {
            connect(from, capability.checkpoints().get(from), indexes);
        }
    }

    private void connect(int from, Checkpoint checkpoint, Map<String, Integer> indexes) {
        if (checkpoint.next().isEmpty()) {
            ends.set(from);
        }
        for (Place next : checkpoint.next()) {
            Integer to = indexes.get(next.text("go_to"));
            if (to == null) {
                ends.set(from);
            } else {
                forward.get(from).add(to);
                backward.get(to).add(from);
            }
        }
    }

    int size() {
        return forward.size();
    }

    /** What can be reached from the first checkpoint. */
    BitSet reachable() {
        BitSet first = new BitSet();
        first.set(0, Math.min(1, size()));
        return closure(first, forward);
    }

    /**
     * What leads to an end: a step that is done, a checkpoint without a next step, or a step to somewhere unknown, which
     * is a mistake of its own and may well be a way out.
     */
    BitSet ending() {
        return closure(ends, backward);
    }

    /**
     * The first checkpoint of each group of loops among the given ones. What merely leads into a loop is peeled off, and
     * loops that are connected count as one.
     */
    List<Integer> loops(BitSet among) {
        BitSet looping = peel(among);
        List<Integer> firsts = new ArrayList<>();
        while (!looping.isEmpty()) {
            int first = looping.nextSetBit(0);
            firsts.add(first);
            looping.andNot(connected(first, looping));
        }
        return firsts;
    }

    private BitSet peel(BitSet among) {
        BitSet left = (BitSet) among.clone();
        int[] entrances = new int[size()];
        left.stream()
                .forEach(to -> entrances[to] =
                        (int) backward.get(to).stream().filter(left::get).count());
        Deque<Integer> open = new ArrayDeque<>();
        left.stream().filter(index -> entrances[index] == 0).forEach(open::add);
        while (!open.isEmpty()) {
            int from = open.remove();
            left.clear(from);
            for (int to : forward.get(from)) {
                if (left.get(to) && --entrances[to] == 0) {
                    open.add(to);
                }
            }
        }
        return left;
    }

    private BitSet connected(int first, BitSet within) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int index = open.remove();
            if (within.get(index) && !found.get(index)) {
                found.set(index);
                open.addAll(forward.get(index));
                open.addAll(backward.get(index));
            }
        }
        return found;
    }

    private static BitSet closure(BitSet start, List<List<Integer>> edges) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        start.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int index = open.remove();
            if (!found.get(index)) {
                found.set(index);
                open.addAll(edges.get(index));
            }
        }
        return found;
    }
}
