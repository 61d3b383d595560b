package com.qontak.aiagent.upstream.chatbotai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.refine.AgentRefiner.Proposal;
import com.qontak.aiagent.agents.refine.AgentRefiner.Turn;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refinement as {@code chatbot-ai} answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RefinePayload(@Nullable String reply, @Nullable ObjectNode skillPack) {

    /** What a refinement sends. */
    record Request(ObjectNode skillPack, String message, List<Turn> history) {

        static Request of(CapabilityPack pack, String message, List<Turn> history) {
            return new Request(Vocabulary.translate(pack.tree()), message, history);
        }
    }

    /** @throws RuntimeException if the reply or the pack is missing */
    Proposal toProposal() {
        return new Proposal(
                Objects.requireNonNull(reply),
                new CapabilityPack(Vocabulary.translate(Objects.requireNonNull(skillPack))));
    }
}
