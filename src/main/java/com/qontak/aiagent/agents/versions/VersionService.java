package com.qontak.aiagent.agents.versions;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.AgentChecks;
import com.qontak.aiagent.agents.AgentSummary;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.agents.NewVersions;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.agents.SaveAgentRequest;
import com.qontak.aiagent.agents.ValidatedAgent;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.PageRequest;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The rules of looking back at an agent, and of going back: an old version becomes a new one, by today's rules. */
@Service
class VersionService {

    private final OwnAgents agents;
    private final NewVersions newVersions;
    private final AgentChecks checks;
    private final AuditTrail audit;

    VersionService(OwnAgents agents, NewVersions newVersions, AgentChecks checks, AuditTrail audit) {
        this.agents = agents;
        this.newVersions = newVersions;
        this.checks = checks;
        this.audit = audit;
    }

    Mono<Listed<AgentSummary>> list(Caller caller, UUID aiAgentUuid, PageRequest page) {
        return agents.versions(caller, aiAgentUuid, page);
    }

    Mono<ValidatedAgent> get(Caller caller, UUID aiAgentUuid, long version) {
        return agents.version(caller, aiAgentUuid, version).flatMap(agent -> checks.look(caller, agent));
    }

    Mono<VersionDifference> difference(Caller caller, UUID aiAgentUuid, long from, long to) {
        return Mono.zip(
                agents.version(caller, aiAgentUuid, from),
                agents.version(caller, aiAgentUuid, to),
                VersionDifference::between);
    }

    Mono<ValidatedAgent> restore(Caller caller, UUID aiAgentUuid, long version, IfMatch ifMatch) {
        return audit.recorded(caller, AgentAction.RESTORE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(current -> {
                    event.versionBefore(current.version());
                    ifMatch.check(current.version());
                    return agents.version(caller, aiAgentUuid, version)
                            .flatMap(old -> newVersions.save(caller, event, current, asItWas(old)));
                }));
    }

    private static SaveAgentRequest asItWas(Agent old) {
        return new SaveAgentRequest(old.summary().name(), old.pack().tree());
    }
}
