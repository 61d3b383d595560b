package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackSection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two packs that makes sense by itself: a field of the profile, of a capability or of the
 * routing, one checkpoint, one rule, or one whole capability.
 *
 * @param changeId names this change by its content: the same change has the same id wherever it is found
 * @param section the part of the pack it belongs to; what stands outside all three counts as the profile
 * @param capabilityId the capability it belongs to, or that it is about; null outside the capabilities
 * @param itemId the id of the capability, checkpoint or rule that is added, removed, replaced or moved; null for a field
 * @param kind what it does
 * @param pointer RFC 6901 pointer to its place in the current pack; for an addition, in the proposed one
 * @param before what stood there; its index when it is moved; Java null when nothing stood there
 * @param after what stands there then; its index when it is moved; Java null when nothing does
 * @param position where an added or moved item goes; null otherwise
 * @param operations the same as RFC 6902 operations. Those of all changes of a difference, one after the other in its
 *     order, turn the current pack into the proposed one; those of one change alone need not, for its indexes count on
 *     the changes before it
 * @param dependsOn the ids of the changes without which this one would leave the pack in disorder, in their order
 * @param summary what it does, in a sentence; {@link ChangeSummary#NONE} in a change that comes back from a client
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String changeId,
        PackSection section,
        @Nullable String capabilityId,
        @Nullable String itemId,
        ChangeKind kind,
        String pointer,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable Position position,
        List<Operation> operations,
        List<String> dependsOn,
        ChangeSummary summary) {

    /** Copies the lists, so that a change never changes; refuses one without its parts. */
    public Change {
        Objects.requireNonNull(changeId, "changeId");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pointer, "pointer");
        operations = List.copyOf(operations);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * @return whether it still is what its id says: false when somebody altered anything but the dependencies and the
     *     summary. Numbers that are written differently and have the same value are no alteration.
     */
    @JsonIgnore
    public boolean isGenuine() {
        return changeId.equals(ChangeId.of(this));
    }

    Change named() {
        return new Change(
                ChangeId.of(this),
                section,
                capabilityId,
                itemId,
                kind,
                pointer,
                before,
                after,
                position,
                operations,
                dependsOn,
                summary);
    }

    Change dependingOn(Collection<String> changeIds) {
        return new Change(
                changeId,
                section,
                capabilityId,
                itemId,
                kind,
                pointer,
                before,
                after,
                position,
                operations,
                List.copyOf(new TreeSet<>(changeIds)),
                summary);
    }
}
