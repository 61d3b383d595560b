package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.web.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where two versions of an agent differ, for the trail: field by field, lists item by item, and a list as a whole when
 * its length has changed.
 */
final class ChangedPointers {

    private ChangedPointers() {}

    /**
     * @param before the agent as it stands
     * @param name the name it is to have
     * @param pack the pack it is to have
     * @return RFC 6901 pointers into the body of a save, in the order of the fields; empty when nothing differs
     */
    static List<String> of(Agent before, String name, CapabilityPack pack) {
        List<String> pointers = new ArrayList<>();
        if (!before.summary().name().equals(name)) {
            pointers.add("/name");
        }
        collect("/capability_pack", before.pack().tree(), pack.tree(), pointers);
        return pointers;
    }

    private static void collect(String pointer, JsonNode before, JsonNode after, List<String> pointers) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name ->
                    collect(pointer + "/" + Pointers.escape(name), before.path(name), after.path(name), pointers));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int index = 0; index < before.size(); index++) {
                collect(pointer + "/" + index, before.path(index), after.path(index), pointers);
            }
        } else if (!before.equals(after)) {
            pointers.add(pointer);
        }
    }
}
