package com.qontak.aiagent.upstream.mekariagent;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentQuery;
import com.qontak.aiagent.agents.AgentStore;
import com.qontak.aiagent.agents.AgentSummary;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.agents.StoredAgent;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.PageRequest;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Keeps agents in {@code mekari-agent}. */
final class MekariAgentStore implements AgentStore {

    private final UpstreamClient client;

    MekariAgentStore(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<Listed<AgentSummary>> list(Caller caller, AgentQuery query) {
        UpstreamRequest request = UpstreamRequest.of(caller)
                .query("organization_id", caller.organizationId())
                .query("page", query.page().page())
                .query("per_page", query.page().perPage())
                .query("query", query.query())
                .query("status", query.status() == null ? null : query.status().word());
        return client.exchange(
                UpstreamCall.LIST_AGENTS,
                request,
                AgentListPayload.class,
                payload -> new Listed<>(
                        payload.agents().stream().map(AgentPayload::toSummary).toList(), payload.total()));
    }

    @Override
    public <T> Mono<T> get(Caller caller, UUID aiAgentUuid, byte @Nullable [] known, Function<StoredAgent, T> reading) {
        return client.exchangeUnread(
                UpstreamCall.GET_AGENT,
                one(caller, aiAgentUuid).expecting(known),
                AgentPayload.class,
                body -> reading.apply(new AgentDocument(body, aiAgentUuid)));
    }

    @Override
    public Mono<Agent> create(Caller caller, String name, CapabilityPack pack, @Nullable String idempotencyKey) {
        UpstreamRequest request =
                UpstreamRequest.of(caller).idempotencyKey(idempotencyKey).body(SaveAgentPayload.of(name, pack));
        return client.exchange(UpstreamCall.CREATE_AGENT, request, AgentPayload.class, AgentPayload::toAgent);
    }

    @Override
    public Mono<Agent> replace(Caller caller, UUID aiAgentUuid, long version, String name, CapabilityPack pack) {
        UpstreamRequest request = one(caller, aiAgentUuid, version).body(SaveAgentPayload.of(name, pack));
        return agent(UpstreamCall.REPLACE_AGENT, aiAgentUuid, request);
    }

    @Override
    public Mono<Void> delete(Caller caller, UUID aiAgentUuid, long version) {
        return client.exchange(UpstreamCall.DELETE_AGENT, one(caller, aiAgentUuid, version))
                .then();
    }

    @Override
    public Mono<Agent> publish(Caller caller, UUID aiAgentUuid, long version) {
        return agent(UpstreamCall.PUBLISH_AGENT, aiAgentUuid, one(caller, aiAgentUuid, version));
    }

    @Override
    public Mono<Agent> pause(Caller caller, UUID aiAgentUuid, long version) {
        return agent(UpstreamCall.PAUSE_AGENT, aiAgentUuid, one(caller, aiAgentUuid, version));
    }

    @Override
    public Mono<Listed<AgentSummary>> versions(Caller caller, UUID aiAgentUuid, PageRequest page) {
        UpstreamRequest request =
                one(caller, aiAgentUuid).query("page", page.page()).query("per_page", page.perPage());
        return client.exchange(
                UpstreamCall.LIST_VERSIONS,
                request,
                VersionListPayload.class,
                payload -> new Listed<>(
                        payload.versions().stream()
                                .map(version -> version.of(aiAgentUuid).toSummary())
                                .toList(),
                        payload.total()));
    }

    @Override
    public Mono<Agent> version(Caller caller, UUID aiAgentUuid, long version) {
        UpstreamRequest request = one(caller, aiAgentUuid).path("version", version);
        return client.exchange(UpstreamCall.GET_VERSION, request, AgentPayload.class, payload -> {
            Agent agent = payload.of(aiAgentUuid).toAgent();
            if (agent.version() != version) {
                throw new IllegalArgumentException("Another version than the one asked for");
            }
            return agent;
        });
    }

    private Mono<Agent> agent(UpstreamCall call, UUID aiAgentUuid, UpstreamRequest request) {
        return client.exchange(call, request, AgentPayload.class, payload -> payload.of(aiAgentUuid)
                .toAgent());
    }

    private static UpstreamRequest one(Caller caller, UUID aiAgentUuid) {
        return UpstreamRequest.of(caller).path("agent_id", aiAgentUuid);
    }

    private static UpstreamRequest one(Caller caller, UUID aiAgentUuid, long version) {
        return one(caller, aiAgentUuid).header(HttpHeaders.IF_MATCH, IfMatch.entityTag(version));
    }
}
