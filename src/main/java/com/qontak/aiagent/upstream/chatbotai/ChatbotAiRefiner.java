package com.qontak.aiagent.upstream.chatbotai;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.refine.AgentRefiner;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import java.util.List;
import reactor.core.publisher.Mono;

/** Refines packs with {@code chatbot-ai}. */
final class ChatbotAiRefiner implements AgentRefiner {

    private final UpstreamClient client;

    ChatbotAiRefiner(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<Proposal> refine(Caller caller, CapabilityPack pack, String message, List<Turn> history) {
        return client.exchange(
                UpstreamCall.REFINE,
                UpstreamRequest.of(caller).body(RefinePayload.Request.of(pack, message, history)),
                RefinePayload.class,
                RefinePayload::toProposal);
    }
}
