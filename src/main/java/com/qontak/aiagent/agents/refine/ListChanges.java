package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes to the items of one list. Whatever stays keeps its order; behind each item that stays come those that
 * are put there, in the order of their index.
 */
final class ListChanges {

    private final ListPlace place;
    private final List<String> order;
    private final Map<String, JsonNode> items;
    private final Set<String> changed = new HashSet<>();
    private final Set<String> leaving = new HashSet<>();
    private final Map<Optional<String>, List<Arrival>> arriving = new HashMap<>();

    private ListChanges(ListPlace place, IdentifiedList list) {
        this.place = place;
        this.order = list.ids();
        this.items = new LinkedHashMap<>(list.items());
    }

    static void apply(ListPlace place, List<Change> changes, ObjectNode pack) {
        Change any = changes.get(0);
        ObjectNode owner = place.owner(any, pack);
        IdentifiedList list = IdentifiedList.of(owner.get(place.field()), place.idField())
                .orElseThrow(() -> new ChangeDoesNotApply(any));
        ListChanges all = new ListChanges(place, list);
        changes.forEach(all::take);
        all.arriving.values().forEach(arrivals -> arrivals.forEach(all::refuseLostPosition));
        owner.set(place.field(), all.arranged(owner.arrayNode()));
    }

    private void take(Change change) {
        String id = String.valueOf(change.itemId());
        JsonNode present = items.get(id);
        boolean applies = (change.kind() == ChangeKind.MOVE || changed.add(id))
                && switch (change.kind()) {
                    case ADD -> present == null && arrive(id, change) && put(id, change.after());
                    case REPLACE -> isAsBefore(present, change) && put(id, change.after());
                    case REMOVE -> isAsBefore(present, change) && leaving.add(id);
                    case MOVE -> order.contains(id) && leaving.add(id) && arrive(id, change);
                };
        if (!applies) {
            throw new ChangeDoesNotApply(change);
        }
    }

    private static boolean isAsBefore(@Nullable JsonNode present, Change change) {
        return present != null && JsonContent.same(present, change.before());
    }

    private boolean put(String id, @Nullable JsonNode item) {
        if (item == null || !id.equals(item.path(place.idField()).textValue())) {
            return false;
        }
        items.put(id, item.deepCopy());
        return true;
    }

    private boolean arrive(String id, Change change) {
        Position position = change.position();
        if (position == null) {
            return false;
        }
        arriving.computeIfAbsent(Optional.ofNullable(position.after()), behind -> new ArrayList<>())
                .add(new Arrival(id, position.index(), change));
        return true;
    }

    private void refuseLostPosition(Arrival arrival) {
        Position position = arrival.change.position();
        String behind = position == null ? null : position.after();
        if (behind != null && (leaving.contains(behind) || !order.contains(behind))) {
            throw new ChangeDoesNotApply(arrival.change);
        }
    }

    private ArrayNode arranged(ArrayNode list) {
        addArrivals(Optional.empty(), list);
        for (String id : order) {
            if (!leaving.contains(id)) {
                list.add(items.get(id));
            }
            addArrivals(Optional.of(id), list);
        }
        return list;
    }

    private void addArrivals(Optional<String> behind, ArrayNode list) {
        arriving.getOrDefault(behind, List.of()).stream()
                .sorted(Comparator.comparingInt(Arrival::index).thenComparing(Arrival::id))
                .forEach(arrival -> list.add(items.get(arrival.id)));
    }

    private record Arrival(String id, int index, Change change) {}
}
