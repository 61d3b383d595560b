package com.qontak.aiagent.upstream.noncoremrag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.agents.resources.NewResource;
import com.qontak.aiagent.agents.resources.ResourceKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What adding a web page or a snippet sends. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddDocumentPayload(
        UUID agentId,
        String kind,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        List<String> skillIds) {

    static AddDocumentPayload of(UUID aiAgentUuid, NewResource resource) {
        if (resource instanceof NewResource.Page page) {
            return new AddDocumentPayload(
                    aiAgentUuid, ResourceKind.URL.word(), page.url(), page.title(), null, page.capabilityIds());
        }
        NewResource.Snippet snippet = (NewResource.Snippet) resource;
        return new AddDocumentPayload(
                aiAgentUuid,
                ResourceKind.SNIPPET.word(),
                null,
                snippet.title(),
                snippet.text(),
                snippet.capabilityIds());
    }
}
