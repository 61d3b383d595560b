package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** How much a pack may still grow: by the bytes of its JSON, and by the number of its capabilities and rules. */
final class PackRoom {

    static final int MOST_CAPABILITIES = 50;
    static final int MOST_CHECKPOINTS = 50;
    static final int MOST_RULES = 200;

    // 1 MiB, less what stands around the parts that are counted.
    private static final int BYTES = 1024 * 1024 - 64 * 1024;

    private int bytesLeft = BYTES;
    private int capabilitiesLeft = MOST_CAPABILITIES;
    private int rulesLeft = MOST_RULES;

    /** Takes the room for a part; false, and nothing taken, when there is not enough. */
    boolean take(JsonNode part) {
        int bytes = part.toString().getBytes(StandardCharsets.UTF_8).length + 2;
        if (bytes > bytesLeft) {
            return false;
        }
        bytesLeft -= bytes;
        return true;
    }

    boolean hasCapability() {
        return capabilitiesLeft > 0;
    }

    boolean hasRule() {
        return rulesLeft > 0;
    }

    void takeCapability() {
        capabilitiesLeft--;
    }

    void takeRule() {
        rulesLeft--;
    }
}
