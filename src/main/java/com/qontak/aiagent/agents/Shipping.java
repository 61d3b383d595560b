package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.web.IfMatch;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Decides what customers meet: only the newest version can be shipped to them, and only without an error. */
@Service
class Shipping {

    private final AgentStore store;
    private final OwnAgents agents;
    private final AgentChecks checks;
    private final AuditTrail audit;

    Shipping(AgentStore store, OwnAgents agents, AgentChecks checks, AuditTrail audit) {
        this.store = store;
        this.agents = agents;
        this.checks = checks;
        this.audit = audit;
    }

    Mono<ValidatedAgent> publish(Caller caller, UUID aiAgentUuid, IfMatch ifMatch) {
        return audit.recorded(
                caller, AgentAction.PUBLISH, aiAgentUuid, event -> current(caller, event, aiAgentUuid, ifMatch)
                        .flatMap(current -> checks.ofPack(
                                        caller, aiAgentUuid, current.pack().tree())
                                .flatMap(report -> {
                                    report.validPack();
                                    return store.publish(caller, aiAgentUuid, current.version())
                                            .map(left(caller, event))
                                            .map(agent -> new ValidatedAgent(agent, report.findings()));
                                })));
    }

    Mono<ValidatedAgent> pause(Caller caller, UUID aiAgentUuid, IfMatch ifMatch) {
        return audit.recorded(
                caller, AgentAction.PAUSE, aiAgentUuid, event -> current(caller, event, aiAgentUuid, ifMatch)
                        .flatMap(current -> store.pause(caller, aiAgentUuid, current.version()))
                        .map(left(caller, event))
                        .flatMap(agent -> checks.look(caller, agent)));
    }

    private Mono<Agent> current(Caller caller, AuditedEvent event, UUID aiAgentUuid, IfMatch ifMatch) {
        return agents.get(caller, aiAgentUuid).doOnNext(current -> {
            event.versionBefore(current.version());
            ifMatch.check(current.version());
        });
    }

    private Function<Agent, Agent> left(Caller caller, AuditedEvent event) {
        return agent -> {
            event.versionAfter(agent.version());
            return agents.own(caller, agent);
        };
    }
}
