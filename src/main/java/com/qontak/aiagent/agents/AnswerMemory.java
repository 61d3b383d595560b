package com.qontak.aiagent.agents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.web.PreparedAnswer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers the answers made of agents, with what they were made of: they hold only while that is the same, byte for
 * byte. Each is its tenant's own; together they take no more than {@code agents.answer-memory.max-size}.
 */
@Component
final class AnswerMemory {

    private static final int OVERHEAD = 512;

    // Its id, and the names of the inputs it cannot do without.
    private static final int BYTES_AN_ACTION = 1_000;

    private final Cache<Key, Remembered> answers;

    AnswerMemory(AnswerMemoryProperties properties) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(properties.maxSize().toBytes())
                .weigher(AnswerMemory::weight)
                .build();
    }

    /**
     * An answer and all that it depends on.
     *
     * @param stored the agent as it was stored
     * @param usesActions whether its pack refers to the action catalogue
     * @param actionIds the actions it names
     * @param context what the pack was validated against, of which only those actions are kept
     * @param answer what was answered
     * @param parts the same answer in parts; empty when it has to be made as a whole again, whatever changes
     */
    record Remembered(
            StoredAgent stored,
            boolean usesActions,
            Set<String> actionIds,
            PackContext context,
            PreparedAnswer answer,
            Optional<AnswerParts> parts) {

        Remembered {
            context = context.onlyActions(actionIds);
        }

        /** The same agent after an edit that leaves what it depends on as it is. */
        Remembered with(StoredAgent edited, PreparedAnswer other, AnswerParts otherParts) {
            return new Remembered(edited, usesActions, actionIds, context, other, Optional.of(otherParts));
        }

        /** Whether it would be the same against this. */
        boolean holds(PackContext against) {
            return context.equals(against.onlyActions(actionIds));
        }
    }

    @Nullable
    Remembered find(Caller caller, UUID aiAgentUuid, Locale locale) {
        return answers.getIfPresent(new Key(caller.organizationId(), aiAgentUuid, locale));
    }

    void keep(Caller caller, UUID aiAgentUuid, Locale locale, Remembered remembered) {
        answers.put(new Key(caller.organizationId(), aiAgentUuid, locale), remembered);
    }

    /** What is remembered altogether, once everything too much is forgotten. */
    long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static int weight(Key key, Remembered remembered) {
        return remembered.stored().content().length
                + remembered.answer().body().length
                + remembered.parts().map(AnswerParts::weight).orElse(0)
                + remembered.actionIds().size() * BYTES_AN_ACTION
                + OVERHEAD;
    }

    private record Key(long organizationId, UUID aiAgentUuid, Locale locale) {}
}
