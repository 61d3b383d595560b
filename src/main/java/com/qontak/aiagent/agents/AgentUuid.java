package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.UUID;

/** The id of an agent as it stands in an address. */
public final class AgentUuid {

    private AgentUuid() {}

    /**
     * @param text a part of an address
     * @return the id
     * @throws ProblemException {@code not-found} (404) for what is no UUID: it is no agent's id either
     */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
    }
}
