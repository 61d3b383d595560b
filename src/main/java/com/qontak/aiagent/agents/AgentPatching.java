package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.agents.pack.PackVocabulary;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Pointers;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Changes a part of an agent. The patch is put into today's words before it is applied, so that an older word changes
 * the field it means; the result is checked and saved like any other version.
 */
@Service
class AgentPatching {

    private static final String NAME = "name";
    private static final String PACK = "capability_pack";
    private static final int MOST_UNKNOWN = 100;

    private final OwnAgents agents;
    private final NewVersions versions;
    private final AgentChecks checks;
    private final PackVocabulary vocabulary;
    private final AuditTrail audit;

    AgentPatching(
            OwnAgents agents, NewVersions versions, AgentChecks checks, PackVocabulary vocabulary, AuditTrail audit) {
        this.agents = agents;
        this.versions = versions;
        this.checks = checks;
        this.vocabulary = vocabulary;
        this.audit = audit;
    }

    Mono<ValidatedAgent> patch(Caller caller, UUID aiAgentUuid, IfMatch ifMatch, JsonNode patch) {
        return audit.recorded(caller, AgentAction.PATCH, aiAgentUuid, event -> {
            List<Finding> findings = new ArrayList<>();
            ObjectNode changes = inTodaysWords(patch, findings);
            return agents.get(caller, aiAgentUuid).flatMap(current -> {
                event.versionBefore(current.version());
                ifMatch.check(current.version());
                return apply(caller, event, current, changes, findings);
            });
        });
    }

    private Mono<ValidatedAgent> apply(
            Caller caller, AuditedEvent event, Agent current, ObjectNode changes, List<Finding> findings) {
        ObjectNode before = JsonNodeFactory.instance
                .objectNode()
                .put(NAME, current.summary().name())
                .set(PACK, current.pack().tree());
        JsonNode after = MergePatch.apply(before, changes);
        if (findings.isEmpty() && after.equals(before)) {
            event.versionAfter(current.version());
            return checks.look(caller, current);
        }
        JsonNode pack = after.path(PACK);
        SaveAgentRequest request =
                new SaveAgentRequest(after.path(NAME).asText(), pack.isMissingNode() ? NullNode.getInstance() : pack);
        return versions.save(caller, event, current, request, findings);
    }

    private ObjectNode inTodaysWords(JsonNode patch, List<Finding> findings) {
        if (!(patch instanceof ObjectNode given)) {
            throw new ProblemException(
                    ProblemType.INVALID_INPUT,
                    List.of(Finding.error("invalid_format", "").worded("invalid_format.object")));
        }
        List<Finding> unknown = given.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !Set.of(NAME, PACK).contains(field))
                .limit(MOST_UNKNOWN)
                .map(field -> Finding.error("unknown_field", "/" + Pointers.escape(field), field))
                .toList();
        refuse(unknown);
        refuse(PackValidator.unreadable(given.path(PACK), "/" + PACK));
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        changes.setAll(given);
        if (given.has(PACK)) {
            PackVocabulary.Canonical canonical = vocabulary.canonicalize(given.path(PACK), "/" + PACK);
            changes.set(PACK, canonical.pack());
            findings.addAll(canonical.findings());
        }
        return changes;
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
    }
}
