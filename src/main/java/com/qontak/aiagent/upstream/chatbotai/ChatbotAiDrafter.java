package com.qontak.aiagent.upstream.chatbotai;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.draft.AgentDrafter;
import com.qontak.aiagent.agents.draft.Draft;
import com.qontak.aiagent.agents.draft.DraftRequest;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import reactor.core.publisher.Mono;

/** Drafts packs with {@code chatbot-ai}. */
final class ChatbotAiDrafter implements AgentDrafter {

    private final UpstreamClient client;

    ChatbotAiDrafter(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<Draft> draft(Caller caller, DraftRequest request) {
        return client.exchange(
                UpstreamCall.DRAFT,
                UpstreamRequest.of(caller).body(DraftPayload.Request.of(request)),
                DraftPayload.class,
                payload -> payload.toDraft(request.prompt()));
    }
}
