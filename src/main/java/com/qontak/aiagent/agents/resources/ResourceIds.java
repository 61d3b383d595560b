package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentResources;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects the ids of all resources of an agent, page by page. */
@Component
class ResourceIds implements AgentResources {

    private static final int PAGE_SIZE = 100;

    // A list that never ends is a broken answer, not one to follow for ever.
    private static final int MOST_PAGES = 100;

    private final ResourceStore store;

    ResourceIds(ResourceStore store) {
        this.store = store;
    }

    @Override
    public Mono<Set<String>> idsOf(Caller caller, UUID aiAgentUuid) {
        return pages(caller, aiAgentUuid, 1)
                .flatMapIterable(Listed::items)
                .filter(resource -> resource.aiAgentUuid().equals(aiAgentUuid))
                .map(Resource::resourceId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Flux<Listed<Resource>> pages(Caller caller, UUID aiAgentUuid, int page) {
        if (page > MOST_PAGES) {
            return Flux.error(new ProblemException(ProblemType.UPSTREAM_FAILED));
        }
        return store.list(caller, aiAgentUuid, new PageRequest(page, PAGE_SIZE)).flatMapMany(listed -> {
            boolean last = listed.items().isEmpty() || (long) page * PAGE_SIZE >= listed.total();
            return last ? Flux.just(listed) : Flux.concat(Flux.just(listed), pages(caller, aiAgentUuid, page + 1));
        });
    }
}
