package com.qontak.aiagent.upstream.noncoremrag;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.agents.resources.NewResource;
import com.qontak.aiagent.agents.resources.Resource;
import com.qontak.aiagent.agents.resources.ResourceStore;
import com.qontak.aiagent.agents.resources.Upload;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import com.qontak.aiagent.web.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps the knowledge of agents in {@code noncore-mrag}. */
final class NoncoreMragStore implements ResourceStore {

    private final UpstreamClient client;

    NoncoreMragStore(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<Listed<Resource>> list(Caller caller, UUID aiAgentUuid, PageRequest page) {
        UpstreamRequest request = UpstreamRequest.of(caller)
                .query("agent_id", aiAgentUuid)
                .query("page", page.page())
                .query("per_page", page.perPage());
        return client.exchange(
                UpstreamCall.LIST_DOCUMENTS,
                request,
                DocumentListPayload.class,
                payload -> new Listed<>(
                        payload.documents().stream()
                                .map(DocumentPayload::toResource)
                                .toList(),
                        payload.total()));
    }

    @Override
    public Mono<Resource> get(Caller caller, String resourceId) {
        return client.exchange(UpstreamCall.GET_DOCUMENT, one(caller, resourceId), DocumentPayload.class, payload -> {
            if (!resourceId.equals(payload.documentId())) {
                throw new IllegalArgumentException("Another document than the one asked for");
            }
            return payload.toResource();
        });
    }

    @Override
    public Mono<Resource> add(Caller caller, UUID aiAgentUuid, NewResource resource, @Nullable String idempotencyKey) {
        UpstreamRequest request = UpstreamRequest.of(caller).body(AddDocumentPayload.of(aiAgentUuid, resource));
        return added(UpstreamCall.ADD_DOCUMENT, aiAgentUuid, request, idempotencyKey);
    }

    @Override
    public Mono<Resource> upload(Caller caller, UUID aiAgentUuid, Upload upload, @Nullable String idempotencyKey) {
        UpstreamRequest request = UpstreamRequest.of(caller).stream(UploadBody.of(aiAgentUuid, upload));
        return added(UpstreamCall.UPLOAD_DOCUMENT, aiAgentUuid, request, idempotencyKey);
    }

    @Override
    public Mono<Void> delete(Caller caller, String resourceId) {
        return client.exchange(UpstreamCall.DELETE_DOCUMENT, one(caller, resourceId))
                .then();
    }

    private Mono<Resource> added(
            UpstreamCall call, UUID aiAgentUuid, UpstreamRequest request, @Nullable String idempotencyKey) {
        UpstreamRequest keyed = request.idempotencyKey(idempotencyKey);
        return client.exchange(call, keyed, DocumentPayload.class, payload -> {
            if (!aiAgentUuid.equals(payload.agentId())) {
                throw new IllegalArgumentException("A document of another agent than the one it was added to");
            }
            return payload.toResource();
        });
    }

    private static UpstreamRequest one(Caller caller, String resourceId) {
        return UpstreamRequest.of(caller).path("document_id", resourceId);
    }
}
