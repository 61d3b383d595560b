package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the lists of a pack whose items have ids.
 *
 * @param field the name of the field that holds it
 * @param idField the name of the field that holds an item's id
 * @param capabilityId the capability it belongs to; null for the list of capabilities and for rules
 */
record ListPlace(String field, String idField, @Nullable String capabilityId) {

    static final ListPlace CAPABILITIES = new ListPlace("capabilities", "capability_id", null);
    static final ListPlace RULES = new ListPlace("rules", "rule_id", null);

    static ListPlace ofCheckpoints(@Nullable String capabilityId) {
        return new ListPlace("checkpoints", "checkpoint_id", capabilityId);
    }

    /** The list that holds the item a change is about. */
    static ListPlace of(Change change) {
        List<String> tokens = PackPointer.tokens(change.pointer());
        boolean inSection =
                !tokens.isEmpty() && tokens.get(0).equals(change.section().field());
        if (inSection && change.section() == PackSection.CAPABILITIES && tokens.size() == 2) {
            return CAPABILITIES;
        }
        if (inSection
                && change.section() == PackSection.CAPABILITIES
                && tokens.size() == 4
                && tokens.get(2).equals("checkpoints")) {
            return ofCheckpoints(change.capabilityId());
        }
        if (inSection
                && change.section() == PackSection.ROUTING
                && tokens.size() == 3
                && tokens.get(1).equals("rules")) {
            return RULES;
        }
        throw new ChangeDoesNotApply(change);
    }

    /** The object that holds the list. */
    ObjectNode owner(Change change, ObjectNode pack) {
        if (equals(CAPABILITIES)) {
            return pack;
        }
        return equals(RULES) ? PackParts.section(change, pack) : PackParts.capability(change, pack);
    }
}
