package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.web.PageRequest;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where agents are kept. Every call speaks for the caller's tenant; what it answers is not yet checked to belong to
 * that tenant.
 * <p>Errors: every call fails with a {@link com.qontak.aiagent.web.ProblemException}: {@code not-found},
 * {@code version-moved-on}, {@code conflict}, {@code upstream-rejected}, {@code too-many-requests} and those of an
 * upstream that fails, is slow or refuses us. Nothing is answered in place of a failure.
 */
public interface AgentStore {

    /**
     * @param caller on whose behalf
     * @param query which agents
     * @return the page asked for, newest first
     */
    Mono<Listed<AgentSummary>> list(Caller caller, AgentQuery query);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @return its newest version
     */
    default Mono<Agent> get(Caller caller, UUID aiAgentUuid) {
        return get(caller, aiAgentUuid, null, StoredAgent::read);
    }

    /**
     * The same for whoever may know already what is stored, and then need not read it.
     *
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param known what is probably stored, null when nobody knows; not changed from now on
     * @param reading what to make of its newest version as it is stored; when it throws, what is stored is no agent
     * @param <T> what is made of it
     * @return what was made of it
     */
    <T> Mono<T> get(Caller caller, UUID aiAgentUuid, byte @Nullable [] known, Function<StoredAgent, T> reading);

    /**
     * @param caller on whose behalf
     * @param name the agent's name
     * @param pack a valid pack
     * @param idempotencyKey the same key creates no second agent; null for none
     * @return the new agent, version 1
     */
    Mono<Agent> create(Caller caller, String name, CapabilityPack pack, @Nullable String idempotencyKey);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version the version the change was made from; another current one fails with {@code version-moved-on}
     * @param name the agent's name
     * @param pack a valid pack
     * @return the agent with its new version
     */
    Mono<Agent> replace(Caller caller, UUID aiAgentUuid, long version, String name, CapabilityPack pack);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version the version that was seen; another current one fails with {@code version-moved-on}
     * @return when it is gone
     */
    Mono<Void> delete(Caller caller, UUID aiAgentUuid, long version);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version the version to ship; another current one fails with {@code version-moved-on}
     * @return the agent, that version being live
     */
    Mono<Agent> publish(Caller caller, UUID aiAgentUuid, long version);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version the version that was seen; another current one fails with {@code version-moved-on}
     * @return the agent, no version being live
     */
    Mono<Agent> pause(Caller caller, UUID aiAgentUuid, long version);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param page which part of the list
     * @return its versions, newest first, each as it was
     */
    Mono<Listed<AgentSummary>> versions(Caller caller, UUID aiAgentUuid, PageRequest page);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version one of its versions
     * @return the agent as that version has it
     */
    Mono<Agent> version(Caller caller, UUID aiAgentUuid, long version);
}
