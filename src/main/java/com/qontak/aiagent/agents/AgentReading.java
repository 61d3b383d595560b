package com.qontak.aiagent.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AnswerMemory.Remembered;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.PreparedAnswer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Answers an agent, and does the work of it once: the store is asked every time, but what it answers is only read,
 * validated and written anew when it is not what it was, or when the actions it is validated against are not.
 */
@Service
class AgentReading {

    private final OwnAgents agents;
    private final AgentStore store;
    private final PackChecks packs;
    private final AnswerMemory memory;
    private final Messages messages;
    private final ObjectMapper json;

    AgentReading(
            OwnAgents agents,
            AgentStore store,
            PackChecks packs,
            AnswerMemory memory,
            Messages messages,
            ObjectMapper json) {
        this.agents = agents;
        this.store = store;
        this.packs = packs;
        this.memory = memory;
        this.messages = messages;
        this.json = json;
    }

    Mono<PreparedAnswer> read(Caller caller, UUID aiAgentUuid, Locale locale) {
        Remembered known = memory.find(caller, aiAgentUuid, locale);
        byte[] content = known == null ? null : known.content();
        return store.get(caller, aiAgentUuid, content, stored -> found(stored, known))
                .flatMap(found -> {
                    Agent changed = found.agent();
                    if (known == null || changed != null) {
                        Agent agent = agents.own(
                                caller, changed == null ? found.stored().read() : changed);
                        return context(caller, packs.usesActions(agent.pack().tree()))
                                .flatMap(against -> anew(caller, found.stored(), agent, against, locale));
                    }
                    return context(caller, known.usesActions())
                            .flatMap(against -> against.equals(known.context())
                                    ? Mono.just(known.answer())
                                    : anew(
                                            caller,
                                            found.stored(),
                                            agents.own(caller, found.stored().read()),
                                            against,
                                            locale));
                });
    }

    private Mono<PackContext> context(Caller caller, boolean usesActions) {
        return usesActions ? packs.actionsToLook(caller, AgentChecks.PACK) : Mono.just(AgentChecks.PACK);
    }

    private static Found found(StoredAgent stored, @Nullable Remembered known) {
        return known != null && stored.hasContent(known.content())
                ? new Found(stored, null)
                : new Found(stored, stored.read());
    }

    private Mono<PreparedAnswer> anew(
            Caller caller, StoredAgent stored, Agent agent, PackContext against, Locale locale) {
        JsonNode pack = agent.pack().tree();
        return packs.validate(pack, against).map(report -> {
            PreparedAnswer answer = answer(new ValidatedAgent(agent, report.findings()), locale);
            memory.keep(
                    caller,
                    agent.summary().aiAgentUuid(),
                    locale,
                    new Remembered(stored.content(), packs.usesActions(pack), against, answer));
            return answer;
        });
    }

    private PreparedAnswer answer(ValidatedAgent agent, Locale locale) {
        try {
            return new PreparedAnswer(
                    IfMatch.entityTag(agent.agent().version()),
                    json.writeValueAsBytes(AgentResponse.of(agent, messages, locale)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param agent null when it is the one that is remembered */
    private record Found(StoredAgent stored, @Nullable Agent agent) {}
}
