package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackSection;
import com.qontak.aiagent.agents.refine.Reordering.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The items in which two lists with ids differ, one change for each: first those that are replaced, then those that are
 * removed, and last those that are added or moved.
 *
 * @param section the section of the lists
 * @param capabilityId the capability they belong to; null for the list of capabilities and for rules
 * @param pointer where they stand in the current pack
 * @param summary what their summaries begin with
 * @param naming the field by which summaries name an item
 * @param names what their summaries name besides
 * @param limit the most items such a list may hold
 */
record ItemDifference(
        PackSection section,
        @Nullable String capabilityId,
        String pointer,
        String summary,
        String naming,
        List<String> names,
        int limit) {

    static final ItemDifference OF_CAPABILITIES = new ItemDifference(
            PackSection.CAPABILITIES, null, "/capabilities", "change.capability", "name", List.of(), 50);
    static final ItemDifference OF_RULES =
            new ItemDifference(PackSection.ROUTING, null, "/routing/rules", "change.rule", "when", List.of(), 200);

    static ItemDifference ofCheckpoints(String capabilityId, String name, int index) {
        String pointer = PackPointer.child("/capabilities", index) + "/checkpoints";
        return new ItemDifference(
                PackSection.CAPABILITIES, capabilityId, pointer, "change.checkpoint", "name", List.of(name), 50);
    }

    /** The items that are in both lists and differ. */
    List<Change> replaced(IdentifiedList current, IdentifiedList proposed) {
        List<Change> changes = new ArrayList<>();
        int index = 0;
        for (String id : current.ids()) {
            ObjectNode before = current.item(id);
            JsonNode after = proposed.items().get(id);
            if (after != null && !after.equals(before)) {
                String place = PackPointer.child(pointer, index);
                Operation operation = new Operation(ChangeKind.REPLACE, null, place, after);
                changes.add(change(ChangeKind.REPLACE, id, before, place, before, after, null, operation));
            }
            index++;
        }
        return changes;
    }

    /** What makes one list's items and order those of the other. */
    List<Change> reordered(IdentifiedList current, IdentifiedList proposed) {
        List<String> order = current.ids();
        Reordering reordering = Reordering.between(order, proposed.ids());
        List<Change> removed = reordering.removed().stream()
                .map(index -> removed(current.item(order.get(index)), order.get(index), index))
                .toList();
        List<Change> changes = new ArrayList<>(removed);
        int room = limit - current.size();
        int added = 0;
        for (Arrival arrival : reordering.arrivals()) {
            if (!arrival.isNew()) {
                changes.add(moved(proposed.item(arrival.id()), arrival));
                continue;
            }
            Change addition = added(proposed.item(arrival.id()), arrival);
            int needed = added++ - room;
            boolean needsRoom = needed >= 0 && needed < removed.size();
            changes.add(
                    needsRoom ? addition.dependingOn(List.of(removed.get(needed).changeId())) : addition);
        }
        return changes;
    }

    private Change removed(ObjectNode item, String id, int index) {
        String place = PackPointer.child(pointer, index);
        Operation operation = new Operation(ChangeKind.REMOVE, null, place, null);
        return change(ChangeKind.REMOVE, id, item, place, item, null, null, operation);
    }

    private Change added(ObjectNode item, Arrival arrival) {
        Operation operation = new Operation(ChangeKind.ADD, null, PackPointer.child(pointer, arrival.to()), item);
        String place = PackPointer.child(pointer, arrival.after());
        return change(ChangeKind.ADD, arrival.id(), item, place, null, item, position(arrival), operation);
    }

    private Change moved(ObjectNode item, Arrival arrival) {
        Operation operation = new Operation(
                ChangeKind.MOVE,
                PackPointer.child(pointer, arrival.from()),
                PackPointer.child(pointer, arrival.to()),
                null);
        return change(
                ChangeKind.MOVE,
                arrival.id(),
                item,
                PackPointer.child(pointer, arrival.before()),
                IntNode.valueOf(arrival.before()),
                IntNode.valueOf(arrival.after()),
                position(arrival),
                operation);
    }

    private static Position position(Arrival arrival) {
        return new Position(arrival.after(), arrival.behind());
    }

    private Change change(
            ChangeKind kind,
            String id,
            ObjectNode item,
            String place,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable Position position,
            Operation operation) {
        List<String> allNames = new ArrayList<>(List.of(item.path(naming).asText(id)));
        allNames.addAll(names);
        boolean isCapability = capabilityId == null && section == PackSection.CAPABILITIES;
        return new Change(
                        "",
                        section,
                        isCapability ? id : capabilityId,
                        id,
                        kind,
                        place,
                        before,
                        after,
                        position,
                        List.of(operation),
                        List.of(),
                        new ChangeSummary(summary + "." + kind.name().toLowerCase(Locale.ROOT), null, allNames))
                .named();
    }
}
