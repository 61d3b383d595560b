package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.AnswerMemory.Remembered;
import com.qontak.aiagent.agents.StoredAgent.Edit;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the answer of an edited agent from the one before: what is around the pack and the capabilities that differ are
 * read, validated and written, and the rest is copied. It answers what reading all of it would, or nothing.
 */
@Component
final class AgentEdits {

    // Of the answer; the pack in it is smaller, so it is no larger than a pack may be.
    private static final int MOST_BYTES = 1024 * 1024;

    // Of the capabilities that differ: what takes no longer than to read an answer that is not large.
    private static final int SMALL = 8 * 1024;

    private final PackChecks packs;
    private final AgentWriting writing;

    AgentEdits(PackChecks packs, AgentWriting writing) {
        this.packs = packs;
        this.writing = writing;
    }

    /**
     * @param known an agent and its answer
     * @param stored the agent now
     * @param edit what makes this agent of the known one
     * @param locale the language of the known answer
     * @return the agent and its answer now, validated against the same; empty when all of it has to be looked at
     */
    Mono<Remembered> apply(Remembered known, StoredAgent stored, Edit edit, Locale locale) {
        Mono<Remembered> applied = Mono.fromSupplier(() -> known.parts()
                .filter(parts -> isFlawless(parts, edit.capabilities(), known.context()))
                .flatMap(parts -> parts.with(head(edit, locale), written(edit.capabilities())))
                .filter(parts -> parts.body().length <= MOST_BYTES)
                .map(parts -> known.with(stored, writing.prepared(edit.summary().version(), parts.body()), parts))
                .orElse(null));
        return edit.bytes() <= SMALL ? applied : packs.apart(applied);
    }

    private boolean isFlawless(AnswerParts parts, Map<Integer, ObjectNode> capabilities, PackContext context) {
        return capabilities.entrySet().stream()
                .allMatch(changed -> parts.canReplace(changed.getKey(), changed.getValue())
                        && packs.isFlawless(changed.getValue(), parts.collectedElsewhere(changed.getKey()), context));
    }

    private byte[] head(Edit edit, Locale locale) {
        CapabilityPack none = new CapabilityPack(JsonNodeFactory.instance.objectNode());
        return writing.body(new ValidatedAgent(new Agent(edit.summary(), edit.createdAt(), none), List.of()), locale);
    }

    private Map<Integer, byte[]> written(Map<Integer, ObjectNode> capabilities) {
        Map<Integer, byte[]> written = new HashMap<>();
        capabilities.forEach((index, capability) -> written.put(index, writing.bytes(capability)));
        return written;
    }
}
