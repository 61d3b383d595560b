package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Applies some of the changes of a difference. It goes by ids and not by indexes, so that the result is the same in
 * whatever order the changes are given: items that no given change touches keep their order, and what is added or moved
 * goes where its {@link Position} says.
 */
public final class PackChanges {

    private PackChanges() {}

    /**
     * @param current the pack the changes were made for; left unchanged
     * @param changes some of the changes that lead from it to another pack, in any order; one given twice counts once
     * @return the changed pack, sharing nothing with what was given. All changes of a difference give exactly the pack it
     *     was made for, and none give the current one.
     * @throws ChangeDependsOn if a given change needs one that is not given
     * @throws ChangeDoesNotApply if a change is not {@linkplain Change#isGenuine() genuine}, if what it says was there is
     *     not, or if two changes contradict each other
     */
    public static ObjectNode apply(ObjectNode current, Collection<Change> changes) {
        Map<String, Change> byId = new LinkedHashMap<>();
        for (Change change : changes) {
            if (!change.isGenuine()) {
                throw new ChangeDoesNotApply(change);
            }
            byId.put(change.changeId(), change);
        }
        refuseIncomplete(byId);
        ObjectNode pack = current.deepCopy();
        applyAll(byId.values(), pack);
        return pack;
    }

    private static void refuseIncomplete(Map<String, Change> changes) {
        Map<String, List<String>> missing = new TreeMap<>();
        for (Change change : changes.values()) {
            List<String> leftOut = change.dependsOn().stream()
                    .filter(id -> !changes.containsKey(id))
                    .toList();
            if (!leftOut.isEmpty()) {
                missing.put(change.changeId(), leftOut);
            }
        }
        if (!missing.isEmpty()) {
            throw new ChangeDependsOn(missing);
        }
    }

    /** Lists inside a capability come before the list of capabilities, while whoever owns them is still there. */
    private static void applyAll(Collection<Change> changes, ObjectNode pack) {
        Map<ListPlace, List<Change>> ofLists = new LinkedHashMap<>();
        Set<String> fields = new HashSet<>();
        for (Change change : changes) {
            if (change.itemId() != null) {
                ofLists.computeIfAbsent(ListPlace.of(change), place -> new ArrayList<>())
                        .add(change);
            } else if (fields.add(change.pointer())) {
                applyToField(change, pack);
            } else {
                throw new ChangeDoesNotApply(change);
            }
        }
        List<Change> ofCapabilities = ofLists.remove(ListPlace.CAPABILITIES);
        ofLists.forEach((place, some) -> ListChanges.apply(place, some, pack));
        if (ofCapabilities != null) {
            ListChanges.apply(ListPlace.CAPABILITIES, ofCapabilities, pack);
        }
    }

    private static void applyToField(Change change, ObjectNode pack) {
        List<String> tokens = PackPointer.tokens(change.pointer());
        ObjectNode owner = PackParts.ownerOfField(change, tokens, pack);
        String field = tokens.get(tokens.size() - 1);
        if (!JsonContent.same(change.before(), owner.get(field))) {
            throw new ChangeDoesNotApply(change);
        }
        if (change.after() == null) {
            owner.remove(field);
        } else {
            owner.set(field, change.after().deepCopy());
        }
    }
}
