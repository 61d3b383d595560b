package com.qontak.aiagent.agents;

import java.util.Arrays;
import java.util.function.Supplier;

/** An agent as it came from where agents are kept, not read yet. The same content is the same agent. */
public final class StoredAgent {

    private final byte[] content;
    private final Supplier<Agent> reading;

    /**
     * @param content all there is to know of it; not changed from now on
     * @param reading makes the agent of the content, or throws if it is none
     */
    public StoredAgent(byte[] content, Supplier<Agent> reading) {
        this.content = content;
        this.reading = reading;
    }

    /**
     * @return the agent
     * @throws RuntimeException if the content is none
     */
    public Agent read() {
        return reading.get();
    }

    byte[] content() {
        return content;
    }

    boolean hasContent(byte[] other) {
        return Arrays.equals(content, other);
    }
}
