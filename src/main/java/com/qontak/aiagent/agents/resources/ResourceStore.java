package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.web.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where the knowledge of agents is kept. A resource does not tell its tenant: whoever calls has made sure that the agent
 * is the caller's own, and checks that what is answered belongs to that agent.
 * <p>Errors: every call fails with a {@link com.qontak.aiagent.web.ProblemException}: {@code not-found},
 * {@code upstream-rejected}, {@code too-many-requests} and those of an upstream that fails, is slow or refuses us.
 * Nothing is answered in place of a failure.
 */
public interface ResourceStore {

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param page which part of the list
     * @return the page asked for, newest first
     */
    Mono<Listed<Resource>> list(Caller caller, UUID aiAgentUuid, PageRequest page);

    /**
     * @param caller on whose behalf
     * @param resourceId the resource
     * @return how it is now
     */
    Mono<Resource> get(Caller caller, String resourceId);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param resource what to add
     * @param idempotencyKey the same key adds no second resource; null for none
     * @return the resource, not ready yet
     */
    Mono<Resource> add(Caller caller, UUID aiAgentUuid, NewResource resource, @Nullable String idempotencyKey);

    /**
     * Sends a file on while it comes in. Never sent twice, since it can be read only once.
     *
     * @param caller on whose behalf
     * @param aiAgentUuid the agent
     * @param upload the file; its own failures are passed on, and nothing is added then
     * @param idempotencyKey the same key adds no second resource; null for none
     * @return the resource, not ready yet
     */
    Mono<Resource> upload(Caller caller, UUID aiAgentUuid, Upload upload, @Nullable String idempotencyKey);

    /**
     * @param caller on whose behalf
     * @param resourceId the resource
     * @return when it is gone
     */
    Mono<Void> delete(Caller caller, String resourceId);
}
