package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.Finding;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saves a new version over the newest one: checked, recorded, and refused when another one came in between. */
@Component
public class NewVersions {

    private final AgentStore store;
    private final OwnAgents agents;
    private final AgentChecks checks;

    NewVersions(AgentStore store, OwnAgents agents, AgentChecks checks) {
        this.store = store;
        this.agents = agents;
        this.checks = checks;
    }

    /**
     * @param caller on whose behalf
     * @param event is told which versions there are and what differs
     * @param current the newest version, as it was found
     * @param request what the new one is to be
     * @return the agent with its new version and the warnings; fails with {@code invalid-input} naming every error at
     *     once, {@code version-moved-on}, and as {@link AgentStore#replace} does
     */
    public Mono<ValidatedAgent> save(Caller caller, AuditedEvent event, Agent current, SaveAgentRequest request) {
        return save(caller, event, current, request, List.of());
    }

    Mono<ValidatedAgent> save(
            Caller caller, AuditedEvent event, Agent current, SaveAgentRequest request, List<Finding> found) {
        UUID aiAgentUuid = current.summary().aiAgentUuid();
        return checks.ofVersion(caller, aiAgentUuid, request)
                .map(report -> report.after(found))
                .flatMap(report -> {
                    CapabilityPack pack = report.validPack();
                    event.changed(ChangedPointers.of(current, request.name(), pack));
                    return store.replace(caller, aiAgentUuid, current.version(), request.name(), pack)
                            .map(saved -> validated(event, agents.own(caller, saved), report));
                });
    }

    private static ValidatedAgent validated(AuditedEvent event, Agent saved, PackReport report) {
        event.versionAfter(saved.version());
        return new ValidatedAgent(saved, report.findings());
    }
}
