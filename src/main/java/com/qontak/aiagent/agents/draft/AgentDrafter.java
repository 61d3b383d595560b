package com.qontak.aiagent.agents.draft;

import com.qontak.aiagent.access.Caller;
import reactor.core.publisher.Mono;

/** Who turns a prompt into a pack. */
public interface AgentDrafter {

    /**
     * Takes from seconds to a minute; no thread waits for it.
     *
     * @param caller on whose behalf
     * @param request what to draft
     * @return the draft; fails with a {@link com.qontak.aiagent.web.ProblemException}, {@code upstream-rejected} when
     *     nothing can be drafted from the prompt
     */
    Mono<Draft> draft(Caller caller, DraftRequest request);
}
