package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.agents.StoredAgent;
import com.qontak.aiagent.upstream.UnreadBodies;
import java.util.UUID;

/** Agents as {@code mekari-agent} answers them, without it. */
public final class StoredAgents {

    private StoredAgents() {}

    public static StoredAgent of(byte[] answer, UUID asked, ObjectMapper json) {
        return new AgentDocument(UnreadBodies.of(answer, AgentPayload.class, json), asked);
    }
}
