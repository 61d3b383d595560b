package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AnswerMemory.Remembered;
import com.qontak.aiagent.agents.StoredAgent.Edit;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.web.PreparedAnswer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Answers an agent, and does the work of it once: the store is asked every time, but what it answers is only read,
 * validated and written anew when it is not what it was, or when the actions it is validated against are not. Of an edit,
 * it is only what the edit changes.
 */
@Service
class AgentReading {

    private final OwnAgents agents;
    private final AgentStore store;
    private final PackChecks packs;
    private final AgentEdits edits;
    private final AnswerMemory memory;
    private final AgentWriting writing;

    AgentReading(
            OwnAgents agents,
            AgentStore store,
            PackChecks packs,
            AgentEdits edits,
            AnswerMemory memory,
            AgentWriting writing) {
        this.agents = agents;
        this.store = store;
        this.packs = packs;
        this.edits = edits;
        this.memory = memory;
        this.writing = writing;
    }

    Mono<PreparedAnswer> read(Caller caller, UUID aiAgentUuid, Locale locale) {
        Remembered known = memory.find(caller, aiAgentUuid, locale);
        if (known == null) {
            return store.get(caller, aiAgentUuid, null, stored -> new Found(stored, stored.read(), null))
                    .flatMap(found -> anew(caller, found, locale));
        }
        return store.get(caller, aiAgentUuid, known.stored().content(), stored -> Found.of(stored, known))
                .flatMap(found -> found.agent() == null
                        ? context(caller, known.usesActions())
                                .flatMap(against -> kept(caller, known, found, against, locale))
                        : anew(caller, found, locale));
    }

    /** What is known already is not done again, if what it was validated against is the same. */
    private Mono<PreparedAnswer> kept(
            Caller caller, Remembered known, Found found, PackContext against, Locale locale) {
        Mono<PreparedAnswer> whole = Mono.defer(() -> whole(caller, known, found.stored(), against, locale));
        if (!known.holds(against)) {
            return whole;
        }
        Edit edit = found.edit();
        if (edit == null) {
            return Mono.just(known.answer());
        }
        agents.own(caller, edit.summary());
        return edits.apply(known, found.stored(), edit, locale)
                .map(remembered -> {
                    memory.keep(caller, edit.summary().aiAgentUuid(), locale, remembered);
                    return remembered.answer();
                })
                .switchIfEmpty(whole);
    }

    private Mono<PreparedAnswer> whole(
            Caller caller, Remembered known, StoredAgent stored, PackContext against, Locale locale) {
        Agent agent = agents.own(caller, stored.read());
        boolean usesActions = PackChecks.usesActions(agent.pack().tree());
        return usesActions == known.usesActions()
                ? validated(caller, stored, agent, usesActions, against, locale)
                : validated(caller, stored, agent, usesActions, locale);
    }

    private Mono<PreparedAnswer> anew(Caller caller, Found found, Locale locale) {
        Agent agent = agents.own(caller, Objects.requireNonNull(found.agent()));
        return validated(
                caller,
                found.stored(),
                agent,
                PackChecks.usesActions(agent.pack().tree()),
                locale);
    }

    private Mono<PreparedAnswer> validated(
            Caller caller, StoredAgent stored, Agent agent, boolean usesActions, Locale locale) {
        return context(caller, usesActions)
                .flatMap(against -> validated(caller, stored, agent, usesActions, against, locale));
    }

    private Mono<PreparedAnswer> validated(
            Caller caller, StoredAgent stored, Agent agent, boolean usesActions, PackContext against, Locale locale) {
        return packs.validate(agent.pack().tree(), against).map(report -> {
            byte[] body = writing.body(new ValidatedAgent(agent, report.findings()), locale);
            Remembered remembered = new Remembered(
                    stored,
                    usesActions,
                    PackChecks.actionIds(agent.pack().tree()),
                    against,
                    writing.prepared(agent.version(), body),
                    AnswerParts.of(body, agent.pack(), report));
            memory.keep(caller, agent.summary().aiAgentUuid(), locale, remembered);
            return remembered.answer();
        });
    }

    private Mono<PackContext> context(Caller caller, boolean usesActions) {
        return usesActions ? packs.actionsToLook(caller, AgentChecks.PACK) : Mono.just(AgentChecks.PACK);
    }

    /**
     * What came from the store.
     *
     * @param agent null when it is the one that is remembered, or an edit of it
     * @param edit null when it is the one that is remembered, or was read as a whole
     */
    private record Found(StoredAgent stored, @Nullable Agent agent, @Nullable Edit edit) {

        private static Found of(StoredAgent stored, Remembered known) {
            if (Arrays.equals(stored.content(), known.stored().content())) {
                return new Found(stored, null, null);
            }
            return known.parts()
                    .flatMap(parts -> stored.since(known.stored()))
                    .map(edit -> new Found(stored, null, edit))
                    .orElseGet(() -> new Found(stored, stored.read(), null));
        }
    }
}
