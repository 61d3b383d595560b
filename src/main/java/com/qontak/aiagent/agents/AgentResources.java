package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows which resources an agent has, so that a pack can be held against them. */
public interface AgentResources {

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid an agent of the caller's organization
     * @return the ids of all its resources, whatever their status; fails with a
     *     {@link com.qontak.aiagent.web.ProblemException} when they cannot be told, never with none instead
     */
    Mono<Set<String>> idsOf(Caller caller, UUID aiAgentUuid);
}
