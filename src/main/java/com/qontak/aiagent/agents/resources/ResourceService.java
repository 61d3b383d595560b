package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.agents.audit.ResourceOutcomes;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.Pointers;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules of an agent's knowledge. Nothing is asked of the store before the agent is known to be the caller's own:
 * what the store answers tells the agent, and not the tenant.
 */
@Service
class ResourceService {

    private final OwnAgents agents;
    private final ResourceStore store;
    private final RequestValidator requests;
    private final PublicUrls urls;
    private final UploadReader uploads;
    private final ResourceProperties properties;
    private final AuditTrail audit;
    private final ResourceOutcomes outcomes;

    ResourceService(
            OwnAgents agents,
            ResourceStore store,
            RequestValidator requests,
            PublicUrls urls,
            UploadReader uploads,
            ResourceProperties properties,
            AuditTrail audit,
            ResourceOutcomes outcomes) {
        this.agents = agents;
        this.store = store;
        this.requests = requests;
        this.urls = urls;
        this.uploads = uploads;
        this.properties = properties;
        this.audit = audit;
        this.outcomes = outcomes;
    }

    Mono<Listed<Resource>> list(Caller caller, UUID aiAgentUuid, PageRequest page) {
        return agents.get(caller, aiAgentUuid)
                .flatMap(agent -> store.list(caller, aiAgentUuid, page))
                .map(listed -> {
                    List<Resource> own = listed.items().stream()
                            .filter(resource -> resource.aiAgentUuid().equals(aiAgentUuid))
                            .toList();
                    return new Listed<>(own, listed.total() - (listed.items().size() - own.size()));
                })
                .flatMap(listed -> Flux.fromIterable(listed.items())
                        .concatMap(resource -> noted(caller, resource))
                        .then(Mono.just(listed)));
    }

    Mono<Resource> get(Caller caller, UUID aiAgentUuid, String resourceId) {
        return own(caller, aiAgentUuid, resourceId)
                .flatMap(resource -> noted(caller, resource).thenReturn(resource));
    }

    private Mono<Resource> own(Caller caller, UUID aiAgentUuid, String resourceId) {
        if (!Resource.isId(resourceId)) {
            return Mono.error(new ProblemException(ProblemType.NOT_FOUND));
        }
        return agents.get(caller, aiAgentUuid)
                .flatMap(agent -> store.get(caller, resourceId))
                .filter(resource -> resource.aiAgentUuid().equals(aiAgentUuid))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemType.NOT_FOUND)));
    }

    Mono<Resource> add(Caller caller, UUID aiAgentUuid, AddResourceRequest request, @Nullable String idempotencyKey) {
        List<Finding> findings = new ArrayList<>(requests.findings(request));
        findings.addAll(request.findings());
        refuse(findings);
        NewResource resource = request.toResource();
        return audit.recorded(caller, AgentAction.ADD_RESOURCE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(agent -> findings(agent, resource))
                .doOnNext(ResourceService::refuse)
                .flatMap(none -> store.add(caller, aiAgentUuid, resource, idempotencyKey))
                .doOnNext(added -> event.changed(pointer(added.resourceId()))));
    }

    Mono<Resource> upload(
            Caller caller, UUID aiAgentUuid, HttpServletRequest request, @Nullable String idempotencyKey) {
        return audit.recorded(caller, AgentAction.ADD_RESOURCE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(agent -> Mono.usingWhen(
                        Mono.fromSupplier(() -> new ArrivingBody(request)),
                        body -> uploads.read(body, agent.pack().capabilityIds())
                                .flatMap(upload ->
                                        store.upload(caller, aiAgentUuid, upload, ofFile(upload, idempotencyKey)))
                                .timeout(properties.uploadTimeout(), Mono.error(ResourceService::tookTooLong)),
                        ArrivingBody::left))
                .doOnNext(added -> event.changed(pointer(added.resourceId()))));
    }

    // A whole file can be compared only once it has gone by. A call that failed may have added one, which the upstream
    // answers to the same key: so another file goes under another key.
    private static @Nullable String ofFile(Upload upload, @Nullable String idempotencyKey) {
        return idempotencyKey == null ? null : String.join("/", idempotencyKey, upload.fileName(), upload.beginning());
    }

    Mono<Void> delete(Caller caller, UUID aiAgentUuid, String resourceId) {
        return audit.recorded(
                caller, AgentAction.DELETE_RESOURCE, aiAgentUuid, event -> own(caller, aiAgentUuid, resourceId)
                        .doOnNext(resource -> event.changed(pointer(resourceId)))
                        .flatMap(resource -> store.delete(caller, resourceId)));
    }

    // What became of a resource is known only when somebody looks: the success rate counts what was seen.
    private Mono<Void> noted(Caller caller, Resource resource) {
        return switch (resource.status()) {
            case READY -> outcomes.observed(caller, resource.aiAgentUuid(), resource.resourceId(), true);
            case FAILED -> outcomes.observed(caller, resource.aiAgentUuid(), resource.resourceId(), false);
            default -> Mono.empty();
        };
    }

    private static List<String> pointer(String resourceId) {
        return List.of("/resources/" + Pointers.escape(resourceId));
    }

    private Mono<List<Finding>> findings(Agent agent, NewResource resource) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = agent.pack().capabilityIds();
        List<String> ids = resource.capabilityIds();
        for (int index = 0; index < ids.size(); index++) {
            if (!known.contains(ids.get(index))) {
                findings.add(Finding.error("unknown_capability", "/capability_ids/" + index, ids.get(index)));
            }
        }
        if (!(resource instanceof NewResource.Page page)) {
            return Mono.just(findings);
        }
        return urls.check(page.url(), "/url").map(refused -> {
            refused.ifPresent(findings::add);
            return findings;
        });
    }

    private static ProblemException tookTooLong() {
        return new ProblemException(ProblemType.UPSTREAM_TIMEOUT);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
    }
}
