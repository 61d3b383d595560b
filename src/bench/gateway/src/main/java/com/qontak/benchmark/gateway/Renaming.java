package com.qontak.benchmark.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Renames fields wherever they stand: less than the product does, so that the comparison favours the peer. */
final class Renaming {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("agent_id", "ai_agent_uuid"),
            Map.entry("skill_pack", "capability_pack"),
            Map.entry("skills", "capabilities"),
            Map.entry("skill_id", "capability_id"),
            Map.entry("skill_ids", "capability_ids"),
            Map.entry("entry_skill_id", "entry_capability_id"),
            Map.entry("milestones", "checkpoints"),
            Map.entry("milestone_id", "checkpoint_id"),
            Map.entry("performance_exit", "handover"),
            Map.entry("model_tier", "engine_tier"),
            Map.entry("document_ids", "resource_ids"));

    private Renaming() {}

    static JsonNode rename(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode renamed = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> renamed.set(
                            WORDS.getOrDefault(field.getKey(), field.getKey()), rename(field.getValue())));
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode renamed = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> renamed.add(rename(item)));
            return renamed;
        }
        return node;
    }
}
