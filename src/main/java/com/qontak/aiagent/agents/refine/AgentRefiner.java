package com.qontak.aiagent.agents.refine;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.util.List;
import reactor.core.publisher.Mono;

/** Who answers a described misbehaviour with a better pack. */
public interface AgentRefiner {

    /**
     * Takes from seconds to a minute; no thread waits for it.
     *
     * @param caller on whose behalf
     * @param pack the pack to refine
     * @param message what the caller wants to be otherwise, or asks
     * @param history the conversation so far, oldest first; passed on and never kept
     * @return the reply and the whole proposed pack, equal to the given one when there is nothing to change; fails with a
     *     {@link com.qontak.aiagent.web.ProblemException}
     */
    Mono<Proposal> refine(Caller caller, CapabilityPack pack, String message, List<Turn> history);

    /**
     * One turn of the conversation.
     *
     * @param role {@code user} or {@code assistant}
     * @param text what was said
     */
    record Turn(String role, String text) {}

    /**
     * An answer.
     *
     * @param reply what to show, in the caller's language
     * @param pack the whole proposed pack, not yet validated
     */
    record Proposal(String reply, CapabilityPack pack) {}
}
