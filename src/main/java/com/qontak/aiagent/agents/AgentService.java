package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The rules of keeping agents: what may be saved, over which version, and what may be deleted. */
@Service
class AgentService {

    private final AgentStore store;
    private final OwnAgents agents;
    private final AgentChecks checks;
    private final NewVersions versions;
    private final AuditTrail audit;

    AgentService(AgentStore store, OwnAgents agents, AgentChecks checks, NewVersions versions, AuditTrail audit) {
        this.store = store;
        this.agents = agents;
        this.checks = checks;
        this.versions = versions;
        this.audit = audit;
    }

    Mono<Listed<AgentSummary>> list(Caller caller, AgentQuery query) {
        return agents.list(caller, query);
    }

    Mono<ValidatedAgent> create(Caller caller, SaveAgentRequest request, @Nullable String idempotencyKey) {
        return audit.recorded(caller, AgentAction.CREATE, event -> checks.ofNew(caller, request)
                .flatMap(report -> store.create(caller, request.name(), report.validPack(), idempotencyKey)
                        .map(agent -> saved(event, agents.own(caller, agent), report))));
    }

    Mono<ValidatedAgent> replace(Caller caller, UUID aiAgentUuid, IfMatch ifMatch, SaveAgentRequest request) {
        return audit.recorded(caller, AgentAction.REPLACE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(current -> {
                    event.versionBefore(current.version());
                    ifMatch.check(current.version());
                    return versions.save(caller, event, current, request);
                }));
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

    private static ValidatedAgent saved(AuditedEvent event, Agent agent, PackReport report) {
        event.agent(agent.summary().aiAgentUuid()).versionBefore(0).versionAfter(agent.version());
        return new ValidatedAgent(agent, report.findings());
    }
}
