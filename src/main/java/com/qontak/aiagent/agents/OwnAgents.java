package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestIds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets nothing through that is not the caller's: an agent of another tenant is a 404, even when the upstream answers
 * it. Such an answer is counted as {@code access.foreign.objects}, since it means that an upstream mixes tenants up.
 */
@Component
public class OwnAgents {

    private static final Logger log = LoggerFactory.getLogger(OwnAgents.class);

    private final AgentStore store;
    private final Counter foreign;

    OwnAgents(AgentStore store, MeterRegistry meters) {
        this.store = store;
        this.foreign = Counter.builder("access.foreign.objects")
                .description("Objects of another tenant that an upstream answered, and that were withheld")
                .register(meters);
    }

    Mono<Listed<AgentSummary>> list(Caller caller, AgentQuery query) {
        return store.list(caller, query).map(page -> {
            List<AgentSummary> own =
                    page.items().stream().filter(agent -> isOwn(caller, agent)).toList();
            return new Listed<>(own, page.total() - (page.items().size() - own.size()));
        });
    }

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @return its newest version; fails with {@code not-found} for an agent of another tenant, and as
     *     {@link AgentStore#get} does
     */
    public Mono<Agent> get(Caller caller, UUID aiAgentUuid) {
        return store.get(caller, aiAgentUuid).map(agent -> own(caller, agent));
    }

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param page which part of the list
     * @return its versions, newest first; fails like {@link #get}
     */
    public Mono<Listed<AgentSummary>> versions(Caller caller, UUID aiAgentUuid, PageRequest page) {
        return store.versions(caller, aiAgentUuid, page).flatMap(versions -> {
            if (versions.items().isEmpty()) {
                // Behind the last page nothing tells whose they are.
                return get(caller, aiAgentUuid).thenReturn(versions);
            }
            return versions.items().stream().allMatch(version -> isOwn(caller, version))
                    ? Mono.just(versions)
                    : Mono.error(new ProblemException(ProblemType.NOT_FOUND));
        });
    }

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param version one of its versions
     * @return the agent as that version has it; fails like {@link #get}, also for a version there is not
     */
    public Mono<Agent> version(Caller caller, UUID aiAgentUuid, long version) {
        return store.version(caller, aiAgentUuid, version).map(agent -> own(caller, agent));
    }

    /**
     * @param caller on whose behalf
     * @param agent an agent as it was answered
     * @return that agent
     * @throws ProblemException {@code not-found} if it is another tenant's
     */
    public Agent own(Caller caller, Agent agent) {
        own(caller, agent.summary());
        return agent;
    }

    /** The same for an agent without its pack. */
    AgentSummary own(Caller caller, AgentSummary agent) {
        if (!isOwn(caller, agent)) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return agent;
    }

    private boolean isOwn(Caller caller, AgentSummary agent) {
        if (agent.organizationId() == caller.organizationId()) {
            return true;
        }
        foreign.increment();
        log.atError()
                .addKeyValue(RequestIds.LOG_FIELD, caller.requestId())
                .log("The agent store answered an agent of another organization to {}", caller.organizationId());
        return false;
    }
}
