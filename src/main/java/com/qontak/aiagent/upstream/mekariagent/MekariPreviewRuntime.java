package com.qontak.aiagent.upstream.mekariagent;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.preview.PreviewEvent;
import com.qontak.aiagent.agents.preview.PreviewReply;
import com.qontak.aiagent.agents.preview.PreviewRuntime;
import com.qontak.aiagent.agents.preview.PreviewTurn;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries agents out in {@code mekari-agent}. */
final class MekariPreviewRuntime implements PreviewRuntime {

    private final UpstreamClient client;

    MekariPreviewRuntime(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<PreviewReply> reply(Caller caller, UUID aiAgentUuid, PreviewTurn turn) {
        return client.exchange(
                UpstreamCall.PREVIEW,
                request(caller, aiAgentUuid, turn),
                PreviewPayload.class,
                PreviewPayload::toReply);
    }

    @Override
    public Flux<PreviewEvent> stream(Caller caller, UUID aiAgentUuid, PreviewTurn turn) {
        return client.stream(
                UpstreamCall.STREAM_PREVIEW,
                request(caller, aiAgentUuid, turn),
                event -> PreviewEventPayload.of(event).toEvent(),
                PreviewEvent::ends);
    }

    private static UpstreamRequest request(Caller caller, UUID aiAgentUuid, PreviewTurn turn) {
        return UpstreamRequest.of(caller).path("agent_id", aiAgentUuid).body(PreviewPayload.Request.of(turn));
    }
}
