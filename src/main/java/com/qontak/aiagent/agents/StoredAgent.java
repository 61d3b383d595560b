package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An agent as it came from where agents are kept, not read yet. The same content is the same agent. */
public interface StoredAgent {

    /** @return all there is to know of it; not to be changed */
    byte[] content();

    /**
     * @return the agent
     * @throws RuntimeException if the content is none
     */
    Agent read();

    /**
     * Compares without reading what is the same.
     *
     * @param known an agent that was read before, from the same place
     * @return what makes this one of it; empty when that is more than an edit, or when only reading can tell
     */
    Optional<Edit> since(StoredAgent known);

    /**
     * What makes one stored agent of another. Everything that is not in it is the same in both: the pack around its
     * capabilities, their number, and all other capabilities.
     *
     * @param summary everything but the pack
     * @param createdAt when its first version was saved
     * @param capabilities those that differ, in public words, by their place in the pack from 0; not to be changed
     * @param bytes how many bytes these have together
     */
    record Edit(AgentSummary summary, Instant createdAt, Map<Integer, ObjectNode> capabilities, int bytes) {

        /** Copies the map, so that an edit never changes. */
        public Edit {
            capabilities = Map.copyOf(capabilities);
        }
    }
}
