package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which changes need which others, so that a pack without mistakes stays one whichever of them are applied, as
 * long as none is applied without those it needs:
 * <ul>
 *   <li>what a change newly needs is brought by another first;
 *   <li>of what is taken away altogether, the first change to take some waits for all that stop needing it, and so keeps
 *       it there until then;
 *   <li>of what is taken away here and brought there, the first change to take some waits for the first to bring it;
 *   <li>a rule takes the turn of another only once that one has given it up. Two that swap need each other.
 * </ul>
 */
final class Dependencies {

    private final Footprint current;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, String> firstToTake = new HashMap<>();
    private final Map<String, String> firstToBring = new HashMap<>();
    private final Map<String, List<String>> noLongerNeeding = new HashMap<>();
    private final Map<String, String> changesOfRules = new HashMap<>();

    private Dependencies(Footprint current) {
        this.current = current;
    }

    /** The same changes in the same order, each with the ids of those it needs. */
    static List<Change> resolve(List<Change> changes, ObjectNode current) {
        if (changes.size() < 2) {
            return changes;
        }
        Dependencies dependencies = new Dependencies(Footprint.of(current));
        List<Step> steps = changes.stream().map(Step::of).toList();
        steps.forEach(dependencies::note);
        return steps.stream()
                .map(step -> step.change.dependingOn(dependencies.of(step)))
                .toList();
    }

    private void note(Step step) {
        String id = step.change.changeId();
        step.takes().forEach((thing, times) -> {
            taken.merge(thing, times, Integer::sum);
            firstToTake.putIfAbsent(thing, id);
        });
        step.brings().forEach(thing -> firstToBring.putIfAbsent(thing, id));
        step.stopsNeeding().forEach(thing -> noLongerNeeding
                .computeIfAbsent(thing, any -> new ArrayList<>())
                .add(id));
        if (step.change.section() == PackSection.ROUTING
                && step.change.itemId() != null
                && step.change.kind() != ChangeKind.MOVE) {
            changesOfRules.put(step.change.itemId(), id);
        }
    }

    private Set<String> of(Step step) {
        Set<String> needed = new HashSet<>(step.change.dependsOn());
        for (String thing : step.startsNeeding()) {
            if (!current.brought().containsKey(thing) && firstToBring.containsKey(thing)) {
                needed.add(firstToBring.get(thing));
            }
        }
        for (String thing : step.takes().keySet()) {
            if (step.change.changeId().equals(firstToTake.get(thing)) && isTakenAltogether(thing)) {
                String bringing = firstToBring.get(thing);
                needed.addAll(bringing == null ? noLongerNeeding.getOrDefault(thing, List.of()) : List.of(bringing));
            }
        }
        for (String turn : step.turnsTaken()) {
            String holder = current.turns().get(turn);
            if (holder != null && changesOfRules.containsKey(holder)) {
                needed.add(changesOfRules.get(holder));
            }
        }
        needed.remove(step.change.changeId());
        return needed;
    }

    private boolean isTakenAltogether(String thing) {
        return taken.getOrDefault(thing, 0) >= current.brought().getOrDefault(thing, 0);
    }

    /** A change, with what its place brings and needs before and after it. */
    private record Step(Change change, Footprint before, Footprint after) {

        private static Step of(Change change) {
            return new Step(change, Footprint.of(change, change.before()), Footprint.of(change, change.after()));
        }

        private Map<String, Integer> takes() {
            return minus(before, after);
        }

        private Set<String> brings() {
            return minus(after, before).keySet();
        }

        private static Map<String, Integer> minus(Footprint one, Footprint other) {
            Map<String, Integer> difference = new HashMap<>();
            one.brought().forEach((thing, times) -> {
                int more = times - other.brought().getOrDefault(thing, 0);
                if (more > 0) {
                    difference.put(thing, more);
                }
            });
            return difference;
        }

        private Set<String> startsNeeding() {
            return without(after.needed(), before.needed());
        }

        private Set<String> stopsNeeding() {
            return without(before.needed(), after.needed());
        }

        private Set<String> turnsTaken() {
            return without(after.turns().keySet(), before.turns().keySet());
        }

        private static Set<String> without(Set<String> all, Set<String> some) {
            Set<String> rest = new HashSet<>(all);
            rest.removeAll(some);
            return rest;
        }
    }
}
