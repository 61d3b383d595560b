package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackSection;
import com.qontak.aiagent.agents.pack.PackTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a pack brings into it, and what it needs to be there: capabilities, checkpoints, collected values, and
 * the entry, which every capability needs. Of a rule also the turn it takes, which no other may take.
 */
final class Footprint {

    private static final String ENTRY = "entry";

    private final Map<String, Integer> brought = new HashMap<>();
    private final Set<String> needed = new HashSet<>();
    private final Map<String, String> turns = new HashMap<>();

    /** How often each thing is brought. */
    Map<String, Integer> brought() {
        return brought;
    }

    Set<String> needed() {
        return needed;
    }

    /** The turns that are taken, and the id of the rule that takes each. */
    Map<String, String> turns() {
        return turns;
    }

    static Footprint of(JsonNode pack) {
        Footprint footprint = new Footprint();
        pack.properties().forEach(field -> footprint.addRootField(field.getKey(), field.getValue()));
        return footprint;
    }

    /** Of what stands at the place of a change, before or after it. */
    static Footprint of(Change change, @Nullable JsonNode value) {
        Footprint footprint = new Footprint();
        if (value != null && change.kind() != ChangeKind.MOVE) {
            List<String> place = PackPointer.tokens(change.pointer());
            String name = place.get(place.size() - (change.itemId() == null ? 1 : 2));
            if (change.itemId() != null && name.equals("capabilities")) {
                footprint.addCapability(value);
            } else if (change.itemId() != null && name.equals("checkpoints")) {
                footprint.addCheckpoint(String.valueOf(change.capabilityId()), value);
            } else if (change.itemId() != null) {
                footprint.addRule(value);
            } else if (place.size() == 1) {
                footprint.addRootField(name, value);
            } else if (change.section() == PackSection.ROUTING) {
                footprint.addRoutingField(name, value);
            } else {
                footprint.addField(String.valueOf(change.capabilityId()), name, value);
            }
        }
        return footprint;
    }

    private void addRootField(String field, JsonNode value) {
        if (field.equals("capabilities")) {
            value.forEach(this::addCapability);
        } else if (field.equals("routing")) {
            value.properties().forEach(inside -> addRoutingField(inside.getKey(), inside.getValue()));
        } else {
            needVariables(field, value);
        }
    }

    private void addCapability(JsonNode capability) {
        String id = capability.path("capability_id").asText();
        bring("capability " + id);
        needed.add(ENTRY);
        capability.properties().forEach(field -> addField(id, field.getKey(), field.getValue()));
    }

    private void addField(String capabilityId, String field, JsonNode value) {
        if (field.equals("checkpoints")) {
            value.forEach(checkpoint -> addCheckpoint(capabilityId, checkpoint));
        } else {
            needVariables(field, value);
        }
    }

    private void addCheckpoint(String capabilityId, JsonNode checkpoint) {
        bring("checkpoint " + capabilityId + "/"
                + checkpoint.path("checkpoint_id").asText());
        for (JsonNode value : checkpoint.path("collect")) {
            bring("value " + value.path("name").asText().strip());
        }
        for (JsonNode next : checkpoint.path("next")) {
            String target = next.path("go_to").asText();
            if (!target.equals("done")) {
                needed.add("checkpoint " + capabilityId + "/" + target);
            }
        }
        needVariables("checkpoints", checkpoint);
    }

    private void addRoutingField(String field, JsonNode value) {
        if (field.equals("rules")) {
            value.forEach(this::addRule);
        } else if (field.equals("entry_capability_id")) {
            bring(ENTRY);
            needed.add("capability " + value.asText());
        } else if (field.equals("fallback")) {
            needDestination(value);
        }
    }

    private void addRule(JsonNode rule) {
        String owner = "";
        if (rule.path("scope").asText().equals("capability")) {
            owner = "capability " + rule.path("capability_id").asText();
            needed.add(owner);
        }
        turns.put(
                owner + " " + rule.path("priority").decimalValue().stripTrailingZeros(),
                rule.path("rule_id").asText());
        needDestination(rule.path("then"));
        needVariables("rules", rule);
    }

    private void needDestination(JsonNode destination) {
        if (destination.path("type").asText().equals("capability")) {
            needed.add("capability " + destination.path("capability_id").asText());
        }
    }

    private void needVariables(String field, JsonNode value) {
        PackTexts.variables(field, value).forEach(name -> needed.add("value " + name));
    }

    private void bring(String thing) {
        brought.merge(thing, 1, Integer::sum);
    }
}
