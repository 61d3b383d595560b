package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestValidator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Validates what is to become of an agent: its name, its pack, and the actions and resources the pack refers to. */
@Component
public class AgentChecks {

    /** Where a pack stands in an agent, nothing else being known. */
    static final PackContext PACK = PackContext.at("/capability_pack");

    private final PackChecks packs;
    private final RequestValidator requests;
    private final AgentResources resources;

    AgentChecks(PackChecks packs, RequestValidator requests, AgentResources resources) {
        this.packs = packs;
        this.requests = requests;
        this.resources = resources;
    }

    /**
     * @param caller on whose behalf
     * @param request an agent to be saved; it has no resources yet, so none is missed
     * @return what validation finds in it; fails when the pack uses actions and the catalogue cannot be asked
     */
    public Mono<PackReport> ofNew(Caller caller, SaveAgentRequest request) {
        return of(request, pack -> packs.check(caller, pack, PACK));
    }

    /** What validation finds in a new version of an agent of the caller's organization. */
    Mono<PackReport> ofVersion(Caller caller, UUID aiAgentUuid, SaveAgentRequest request) {
        return of(request, pack -> ofPack(caller, aiAgentUuid, pack));
    }

    /** What validation finds in a pack that an agent of the caller's organization has, or is to have. */
    Mono<PackReport> ofPack(Caller caller, UUID aiAgentUuid, JsonNode pack) {
        return context(caller, aiAgentUuid, pack).flatMap(context -> packs.check(caller, pack, context));
    }

    /**
     * @param caller on whose behalf
     * @param agent an agent of the caller's organization, as one of its versions has it
     * @return the agent with what validation finds in its pack today; never fails for want of the action catalogue
     */
    public Mono<ValidatedAgent> look(Caller caller, Agent agent) {
        return packs.look(caller, agent.pack().tree(), PACK)
                .map(report -> new ValidatedAgent(agent, report.findings()));
    }

    private Mono<PackReport> of(SaveAgentRequest request, Function<JsonNode, Mono<PackReport>> check) {
        List<Finding> findings = requests.findings(request);
        return request.capabilityPack() == null
                ? Mono.error(new ProblemException(ProblemType.INVALID_INPUT, findings))
                : check.apply(request.capabilityPack()).map(report -> report.after(findings));
    }

    private Mono<PackContext> context(Caller caller, UUID aiAgentUuid, JsonNode pack) {
        boolean usesResources = pack.findValues("resource_ids").stream().anyMatch(used -> !used.isEmpty());
        return usesResources ? resources.idsOf(caller, aiAgentUuid).map(PACK::withResourceIds) : Mono.just(PACK);
    }
}
