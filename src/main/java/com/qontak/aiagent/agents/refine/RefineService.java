package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.NewVersions;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.agents.SaveAgentRequest;
import com.qontak.aiagent.agents.ValidatedAgent;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.agents.refine.AgentRefiner.Proposal;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Refines an agent in conversation: proposes changes without saving any, and applies those that were chosen. */
@Service
class RefineService {

    private static final PackContext PACK = PackContext.at("/capability_pack");

    private final AgentRefiner refiner;
    private final OwnAgents agents;
    private final PackChecks checks;
    private final NewVersions versions;
    private final AuditTrail audit;

    RefineService(AgentRefiner refiner, OwnAgents agents, PackChecks checks, NewVersions versions, AuditTrail audit) {
        this.refiner = refiner;
        this.agents = agents;
        this.checks = checks;
        this.versions = versions;
        this.audit = audit;
    }

    Mono<Refinement> refine(Caller caller, UUID aiAgentUuid, RefineRequest request) {
        return audit.recorded(caller, AgentAction.REFINE, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(current -> base(caller, current, request.capabilityPack())
                        .flatMap(pack -> refiner.refine(caller, pack, request.message(), request.turns())
                                .flatMap(proposal -> refinement(caller, current, pack, proposal)))));
    }

    Mono<ValidatedAgent> apply(Caller caller, UUID aiAgentUuid, IfMatch ifMatch, List<ChangeResponse> changes) {
        return audit.recorded(caller, AgentAction.APPLY, aiAgentUuid, event -> agents.get(caller, aiAgentUuid)
                .flatMap(current -> {
                    event.versionBefore(current.version());
                    ifMatch.check(current.version());
                    ObjectNode pack = applied(current.pack(), changes);
                    return versions.save(
                            caller,
                            event,
                            current,
                            new SaveAgentRequest(current.summary().name(), pack));
                }));
    }

    // An unsaved pack may have errors: mending them is what a refinement is for. One that is too large to be looked at
    // has no place in a conversation either, nor one of which a part would be left out without a word.
    private Mono<CapabilityPack> base(Caller caller, Agent current, @Nullable JsonNode unsaved) {
        if (unsaved == null || unsaved.isNull()) {
            return Mono.just(current.pack());
        }
        List<Finding> unreadable = PackValidator.unreadable(unsaved, PACK.pointer());
        if (!unreadable.isEmpty()) {
            return Mono.error(new ProblemException(ProblemType.INVALID_INPUT, unreadable));
        }
        return checks.look(caller, unsaved, PACK).map(report -> {
            if (report.canonicalPack() == null) {
                throw new ProblemException(ProblemType.INVALID_INPUT, report.findings());
            }
            if (!report.leftOut().isEmpty()) {
                throw new ProblemException(ProblemType.INVALID_INPUT, report.leftOut());
            }
            return new CapabilityPack(report.canonicalPack());
        });
    }

    private Mono<Refinement> refinement(Caller caller, Agent current, CapabilityPack pack, Proposal proposal) {
        return checks.look(caller, proposal.pack().tree(), PACK).map(report -> {
            List<Change> changes = changes(pack, report);
            if (!changes.isEmpty() && !report.valid()) {
                throw new ProblemException(ProblemType.UPSTREAM_FAILED);
            }
            return new Refinement(proposal.reply(), current.version(), changes, report.findings());
        });
    }

    private static List<Change> changes(CapabilityPack pack, PackReport report) {
        if (report.canonicalPack() == null) {
            throw new ProblemException(ProblemType.UPSTREAM_FAILED);
        }
        return PackDifference.between(pack.tree(), report.canonicalPack());
    }

    private static ObjectNode applied(CapabilityPack pack, List<ChangeResponse> answered) {
        List<Change> changes = new ArrayList<>();
        for (int index = 0; index < answered.size(); index++) {
            changes.add(change(answered.get(index), index));
        }
        try {
            return PackChanges.apply(pack.tree(), changes);
        } catch (ChangeDependsOn incomplete) {
            throw new ProblemException(
                    ProblemType.CHANGE_DEPENDS_ON,
                    List.of(String.join(", ", incomplete.missingChangeIds())),
                    List.of(),
                    Map.of(),
                    incomplete);
        } catch (ChangeDoesNotApply unfit) {
            int index = changes.stream().map(Change::changeId).toList().indexOf(unfit.changeId());
            throw doesNotApply(index);
        }
    }

    private static Change change(ChangeResponse answered, int index) {
        try {
            return answered.toChange();
        } catch (RuntimeException incomplete) {
            throw doesNotApply(index);
        }
    }

    private static ProblemException doesNotApply(int index) {
        return new ProblemException(
                ProblemType.INVALID_INPUT, List.of(Finding.error("change_does_not_apply", "/changes/" + index)));
    }
}
