package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Valid packs of a given size, with as many capabilities and checkpoints as the size makes likely. */
public final class BenchmarkPacks {

    private static final int BYTES_PER_CHECKPOINT = 400;
    private static final int MOST = 50;

    private BenchmarkPacks() {}

    /**
     * @param bytes the size as compact JSON, at least 10 KiB
     * @return a pack that is just as large or a little smaller
     */
    public static ObjectNode ofSize(int bytes) {
        int side = (int) Math.min(MOST, Math.sqrt(bytes / (double) BYTES_PER_CHECKPOINT));
        int spare = bytes - size(pack(side, ""));
        return pack(side, "word ".repeat(spare / (side * side) / "word ".length()));
    }

    private static int size(ObjectNode pack) {
        return pack.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static ObjectNode pack(int side, String filler) {
        ObjectNode pack = JsonNodeFactory.instance.objectNode().put("schema_version", 1);
        pack.putObject("profile").put("name", "Toko Maju assistant").put("greeting", "Hello");
        ArrayNode capabilities = pack.putArray("capabilities");
        for (int index = 0; index < side; index++) {
            addCapability(capabilities.addObject(), index, side, filler);
        }
        ObjectNode routing = pack.putObject("routing").put("entry_capability_id", "c0");
        ArrayNode rules = routing.putArray("rules");
        for (int index = 0; index < side * 4; index++) {
            addRule(rules.addObject(), index, side);
        }
        routing.putObject("fallback").put("type", "handover");
        return pack;
    }

    private static void addCapability(ObjectNode capability, int number, int checkpoints, String filler) {
        capability.put("capability_id", "c" + number).put("name", "Capability " + number);
        ArrayNode list = capability.putArray("checkpoints");
        for (int index = 0; index < checkpoints; index++) {
            ObjectNode checkpoint = list.addObject();
            checkpoint.put("checkpoint_id", "k" + index).put("name", "Checkpoint " + index);
            checkpoint.put("instructions", "Use {{value}}. " + filler);
            checkpoint.putArray("collect").addObject().put("name", "value").put("type", "string");
            checkpoint
                    .putArray("next")
                    .addObject()
                    .put("when", "the customer is content")
                    .put("go_to", index == checkpoints - 1 ? "done" : "k" + (index + 1));
        }
    }

    private static void addRule(ObjectNode rule, int number, int capabilities) {
        rule.put("rule_id", "r" + number).put("scope", "global").put("priority", number);
        rule.put("when", "the customer asks for thing " + number);
        rule.putObject("then").put("type", "capability").put("capability_id", "c" + number % capabilities);
    }
}
