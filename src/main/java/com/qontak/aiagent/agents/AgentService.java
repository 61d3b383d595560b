package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The rules of keeping agents: what may be saved, over which version, and what may be deleted. */
@Service
class AgentService {

    private static final String PACK_POINTER = "/capability_pack";

    private final AgentStore store;
    private final OwnAgents agents;
    private final PackValidator validator;
    private final RequestValidator requests;
    private final AuditTrail audit;

    AgentService(
            AgentStore store, OwnAgents agents, PackValidator validator, RequestValidator requests, AuditTrail audit) {
        this.store = store;
        this.agents = agents;
        this.validator = validator;
        this.requests = requests;
        this.audit = audit;
    }

    Mono<Listed<AgentSummary>> list(Caller caller, AgentQuery query) {
        return agents.list(caller, query);
    }

    Mono<ValidatedAgent> get(Caller caller, UUID aiAgentUuid) {
        return agents.get(caller, aiAgentUuid).map(this::validated);
    }

    Mono<ValidatedAgent> create(Caller caller, SaveAgentRequest request, @Nullable String idempotencyKey) {
        return audit.recorded(caller, AgentAction.CREATE, event -> {
            ValidPack pack = check(request);
            return store.create(caller, request.name(), pack.pack(), idempotencyKey)
                    .map(agent -> saved(event.versionBefore(0), agents.own(caller, agent), pack));
        });
    }

    Mono<ValidatedAgent> replace(Caller caller, UUID aiAgentUuid, IfMatch ifMatch, SaveAgentRequest request) {
        return audit.recorded(caller, AgentAction.REPLACE, aiAgentUuid, event -> {
            ValidPack pack = check(request);
            return agents.get(caller, aiAgentUuid).flatMap(current -> {
                event.versionBefore(current.version());
                ifMatch.check(current.version());
                event.changed(ChangedPointers.of(current, request.name(), pack.pack()));
                return store.replace(caller, aiAgentUuid, current.version(), request.name(), pack.pack())
                        .map(agent -> saved(event, agents.own(caller, agent), pack));
            });
        });
    }

    Mono<Void> delete(Caller caller, UUID aiAgentUuid, IfMatch ifMatch) {
        return audit.recorded(caller, AgentAction.DELETE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(current -> {
                    event.versionBefore(current.version());
                    ifMatch.check(current.version());
                    if (current.summary().status() == AgentStatus.LIVE) {
                        return Mono.error(new ProblemException(ProblemType.AGENT_IS_LIVE));
                    }
                    return store.delete(caller, aiAgentUuid, current.version());
                }));
    }

    private static ValidatedAgent saved(AuditedEvent event, Agent agent, ValidPack pack) {
        event.agent(agent.summary().aiAgentUuid()).versionAfter(agent.version());
        return new ValidatedAgent(agent, pack.warnings());
    }

    private ValidatedAgent validated(Agent agent) {
        return new ValidatedAgent(
                agent,
                validator
                        .validate(agent.pack().tree(), PackContext.at(PACK_POINTER))
                        .findings());
    }

    private ValidPack check(SaveAgentRequest request) {
        List<Finding> findings = new ArrayList<>(requests.findings(request));
        if (request.capabilityPack() == null) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        PackReport report = validator.validate(request.capabilityPack(), PackContext.at(PACK_POINTER));
        findings.addAll(report.findings());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return new ValidPack(new CapabilityPack(Objects.requireNonNull(report.canonicalPack())), report.findings());
    }

    /** A pack without an error, in today's words, and the warnings that accompany its save. */
    private record ValidPack(CapabilityPack pack, List<Finding> warnings) {}
}
