package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.access.Caller;
import reactor.core.publisher.Mono;

/** Knows the actions a pack may use. */
public interface AvailableActions {

    /**
     * @param caller on whose behalf
     * @return the actions of the caller's organization; fails with a {@link com.qontak.aiagent.web.ProblemException}
     *     when they cannot be told, never with none instead
     */
    Mono<KnownActions> known(Caller caller);
}
