package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two packs, cut into changes that make sense alone. Capabilities, checkpoints and rules are told
 * apart by their ids, so that a new order is a move and not a rewriting; a list whose items have no ids of their own is
 * compared as a whole. Fields this service does not know are compared like any other.
 * <p>It takes time linear in the size of the packs, and quadratic in the length of a list of up to 1 000 items.
 */
public final class PackDifference {

    private PackDifference() {}

    /**
     * @param current the pack as it is, in public words; left unchanged
     * @param proposed the pack as it might be; left unchanged
     * @return what leads from the one to the other, in an order in which the operations can be applied one after the
     *     other; empty when the packs are equal. The changes share values with both packs.
     */
    public static List<Change> between(ObjectNode current, ObjectNode proposed) {
        List<Change> changes = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        if (current.get("profile") instanceof ObjectNode before
                && proposed.get("profile") instanceof ObjectNode after) {
            compared.add("profile");
            changes.addAll(FieldDifference.OF_PROFILE.between(before, after, Set.of()));
        }
        if (capabilities(current.get("capabilities"), proposed.get("capabilities"), changes)) {
            compared.add("capabilities");
        }
        if (current.get("routing") instanceof ObjectNode before
                && proposed.get("routing") instanceof ObjectNode after) {
            compared.add("routing");
            routing(before, after, changes);
        }
        changes.addAll(0, FieldDifference.OF_PACK.between(current, proposed, compared));
        return Dependencies.resolve(changes, current);
    }

    private static boolean capabilities(@Nullable JsonNode current, @Nullable JsonNode proposed, List<Change> changes) {
        Optional<IdentifiedList> before = IdentifiedList.of(current, ListPlace.CAPABILITIES.idField());
        Optional<IdentifiedList> after = IdentifiedList.of(proposed, ListPlace.CAPABILITIES.idField());
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        int index = 0;
        for (String id : before.get().ids()) {
            ObjectNode counterpart = after.get().items().get(id);
            if (counterpart != null) {
                capability(id, index, before.get().item(id), counterpart, changes);
            }
            index++;
        }
        changes.addAll(ItemDifference.OF_CAPABILITIES.reordered(before.get(), after.get()));
        return true;
    }

    private static void capability(
            String id, int index, ObjectNode current, ObjectNode proposed, List<Change> changes) {
        String name = current.path("name").asText(id);
        ItemDifference checkpoints = ItemDifference.ofCheckpoints(id, name, index);
        Set<String> compared = new HashSet<>();
        List<Change> ofCheckpoints = new ArrayList<>();
        if (items(
                checkpoints, "checkpoint_id", current.get("checkpoints"), proposed.get("checkpoints"), ofCheckpoints)) {
            compared.add("checkpoints");
        }
        changes.addAll(FieldDifference.ofCapability(id, name, index).between(current, proposed, compared));
        changes.addAll(ofCheckpoints);
    }

    private static void routing(ObjectNode current, ObjectNode proposed, List<Change> changes) {
        Set<String> compared = new HashSet<>();
        List<Change> ofRules = new ArrayList<>();
        if (items(ItemDifference.OF_RULES, "rule_id", current.get("rules"), proposed.get("rules"), ofRules)) {
            compared.add("rules");
        }
        changes.addAll(FieldDifference.OF_ROUTING.between(current, proposed, compared));
        changes.addAll(ofRules);
    }

    private static boolean items(
            ItemDifference difference,
            String idField,
            @Nullable JsonNode current,
            @Nullable JsonNode proposed,
            List<Change> changes) {
        Optional<IdentifiedList> before = IdentifiedList.of(current, idField);
        Optional<IdentifiedList> after = IdentifiedList.of(proposed, idField);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        changes.addAll(difference.replaced(before.get(), after.get()));
        changes.addAll(difference.reordered(before.get(), after.get()));
        return true;
    }
}
