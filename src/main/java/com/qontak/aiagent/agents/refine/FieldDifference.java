package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackSection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields in which two objects differ, one change for each.
 *
 * @param section the section of the objects; null at the root of a pack, where each field is its own
 * @param capabilityId the capability they are; null elsewhere
 * @param pointer where they stand in the current pack
 * @param summary what their summaries begin with
 * @param names what their summaries name
 */
record FieldDifference(
        @Nullable PackSection section,
        @Nullable String capabilityId,
        String pointer,
        String summary,
        List<String> names) {

    static final FieldDifference OF_PACK = new FieldDifference(null, null, "", "change.pack_field", List.of());
    static final FieldDifference OF_PROFILE =
            new FieldDifference(PackSection.PROFILE, null, "/profile", "change.profile_field", List.of());
    static final FieldDifference OF_ROUTING =
            new FieldDifference(PackSection.ROUTING, null, "/routing", "change.routing_field", List.of());

    static FieldDifference ofCapability(String id, String name, int index) {
        return new FieldDifference(
                PackSection.CAPABILITIES,
                id,
                PackPointer.child("/capabilities", index),
                "change.capability_field",
                List.of(name));
    }

    /** Fields of the current object first, in its order, then those only the proposed one has. */
    List<Change> between(ObjectNode current, ObjectNode proposed, Set<String> except) {
        Set<String> fields = new LinkedHashSet<>();
        current.fieldNames().forEachRemaining(fields::add);
        proposed.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(except);
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            JsonNode before = current.get(field);
            JsonNode after = proposed.get(field);
            if (before == null || !before.equals(after)) {
                changes.add(change(field, before, after));
            }
        }
        return changes;
    }

    private Change change(String field, @Nullable JsonNode before, @Nullable JsonNode after) {
        ChangeKind kind = before == null ? ChangeKind.ADD : after == null ? ChangeKind.REMOVE : ChangeKind.REPLACE;
        String place = PackPointer.child(pointer, field);
        PackSection part = section == null ? PackSection.of(field).orElse(PackSection.PROFILE) : section;
        return new Change(
                        "",
                        part,
                        capabilityId,
                        null,
                        kind,
                        place,
                        before,
                        after,
                        null,
                        List.of(new Operation(kind, null, place, after)),
                        List.of(),
                        new ChangeSummary(summary + "." + kind.name().toLowerCase(Locale.ROOT), field, names))
                .named();
    }
}
